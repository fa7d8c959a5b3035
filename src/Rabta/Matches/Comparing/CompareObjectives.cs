using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Running;
using Rabta.Matching;
using Rabta.Matching.Explaining;
using Rabta.Matching.Fairness;
using Rabta.Matching.Problems;
using Rabta.Platform.Database;
using Rabta.Preferences.Fitting;

namespace Rabta.Matches.Comparing;

/// <summary>What one mode would give this cohort.</summary>
/// <param name="Rather">Pairs of people who would both rather have each other, with nothing that stands between them but the aim.</param>
/// <param name="Least">Mentees of the mentor who would have fewest, and of the one with most.</param>
public sealed record ObjectiveFigures(
    MatchingObjective Objective,
    int Matched,
    int All,
    int First,
    int FirstThree,
    long Points,
    int Rather,
    int Least,
    int Most,
    IReadOnlyList<GroupFigures> Groups
);

/// <summary>How the people of one answer fared beside the others.</summary>
public sealed record GroupFigures(string Question, string Value, GroupReport Report);

public sealed record Comparison(Round Round, IReadOnlyList<ObjectiveFigures> Modes)
{
    public long MostPoints => Math.Max(1, Modes.Max(m => m.Points));
}

/// <summary>Solves a round's cohort in every mode, with its seed and the people as they stand now; stores nothing.</summary>
public sealed class CompareObjectives(RabtaDb db, ReadCohort read)
{
    /// <summary>Smaller groups are not compared: chance would outweigh any difference, and people in them could be recognised.</summary>
    private const int LeastGroup = 10,
        MostValues = 6;

    public async Task<Comparison?> Run(RoundId id, CancellationToken stop)
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.State != RoundState.Published, stop);
        if (round is null)
            return null;
        var rows = await read.Run(round.CohortId, stop);
        return new(round, [.. Enum.GetValues<MatchingObjective>().Select(mode => Figures(new(rows, round.Seed, mode), mode))]);
    }

    private static ObjectiveFigures Figures(CohortProblem people, MatchingObjective mode)
    {
        var outcome = Matchmaker.Match(people.Problem);
        if (!outcome.CanBePublished)
            return new(mode, 0, people.Problem.Mentees.Count, 0, 0, 0, 0, 0, 0, []);
        var standing = people.Problem.Incumbents.ToHashSet();
        var explanations = new Explanations(people.Problem, outcome.Result.Pairs);
        var ranks = outcome.Result.Pairs.Where(p => !standing.Contains(p)).ToDictionary(p => p.Mentee, p => explanations.WishRank(p));
        var loads = outcome.Result.Pairs.CountBy(p => p.Mentor).ToDictionary();
        var offering = people
            .Problem.Mentors.Where(m => m.Places > 0)
            .Select(m => loads.GetValueOrDefault(m.Key))
            .DefaultIfEmpty()
            .ToList();
        return new(
            mode,
            outcome.Result.Pairs.Count,
            people.Problem.Mentees.Count,
            ranks.Values.Count(r => r == 1),
            ranks.Values.Count(r => r <= 3),
            outcome.Result.Points,
            outcome.Check.ObjectiveCount,
            offering.Min(),
            offering.Max(),
            [.. Groups(people, outcome.Result.Pairs.Select(p => p.Mentee).ToHashSet(), ranks)]
        );
    }

    private static string Written(CohortProblem people, string mentee, Programmes.Question question, string value) =>
        people.AsWritten(mentee, question, [value]) is [var written, ..] ? written : value;

    /// <summary>By the answers to public questions with few values; a private answer never makes a group.</summary>
    private static IEnumerable<GroupFigures> Groups(CohortProblem people, HashSet<string> matched, Dictionary<string, int?> ranks)
    {
        var mentees = people.Problem.Mentees;
        int?[] rankOf = [.. mentees.Select(m => matched.Contains(m.Key) ? ranks.GetValueOrDefault(m.Key) ?? int.MaxValue / 4 : (int?)null)];
        foreach (var question in people.Questions.Values.Where(q => !q.IsPrivate))
        {
            var values = mentees
                .Index()
                .SelectMany(m => m.Item.Answers.GetValueOrDefault(question.Key, []).Select(v => (Value: v, m.Index)))
                .ToLookup(x => x.Value, x => x.Index);
            var groups = values.Where(g => g.Count() >= LeastGroup && g.Count() <= mentees.Count - LeastGroup).ToList();
            if (groups.Count is 0 or > MostValues)
                continue;
            foreach (var report in GroupFairness.Of(rankOf, groups.Select(g => (g.Key, (IReadOnlyCollection<int>)[.. g]))))
                yield return new(
                    question.Heading.ToString(),
                    Written(people, mentees[values[report.Group].First()].Key, question, report.Group),
                    report
                );
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Running;
using Rabta.Matching;
using Rabta.Matching.Problems;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences.Fitting;

namespace Rabta.Matches.Comparing;

/// <summary>What a coordinator may ask about: one more place somewhere, or a rule that no longer holds.</summary>
public sealed record Questionable(
    Round Round,
    IReadOnlyList<(PersonId Id, string Name)> Mentors,
    IReadOnlyList<(string Key, string Heading)> Rules
);

/// <summary>The effect of a change.</summary>
/// <param name="Before">How many have a mentor as things stand, and then.</param>
/// <param name="Gain">Who would have a mentor then and has none now; who would lose theirs.</param>
/// <param name="Elsewhere">Others who would be with another mentor.</param>
public sealed record Answered(
    int Before,
    int After,
    int FirstBefore,
    int FirstAfter,
    IReadOnlyList<string> Gain,
    IReadOnlyList<string> Lose,
    int Elsewhere
);

/// <summary>Solves the round's cohort as it stands and as it would be; stores nothing and tells nobody.</summary>
public sealed class AskWhatIf(RabtaDb db, ReadCohort read)
{
    public const int MostMore = 10;

    /// <param name="rule">A question's key.</param>
    public async Task<(Questionable? Page, Answered? Answer, Refusal? Refusal)> Run(
        RoundId id,
        PersonId? mentor,
        int more,
        string? rule,
        CancellationToken stop
    )
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.State != RoundState.Published, stop);
        if (round is null)
            return (null, null, null);
        var people = new CohortProblem(await read.Run(round.CohortId, stop), round.Seed, round.Objective);
        var rules = people
            .Problem.Questions.Where(q => q.Counting is Counting.MustEqual or Counting.MustDiffer && !people.Questions[q.Id].IsPrivate)
            .Select(q => (q.Id, people.Questions[q.Id].Heading.ToString()))
            .ToList();
        var page = new Questionable(
            round,
            [
                .. people
                    .Problem.Mentors.Select(m => (people.PersonOf(m.Key).Id, people.NameOf(m.Key)))
                    .OrderBy(m => m.Item2, StringComparer.CurrentCultureIgnoreCase),
            ],
            rules
        );
        if (mentor is null && rule is null)
            return (page, null, null);
        if (mentor is { } chosen && !people.HasMentor(chosen) || rule is not null && !rules.Any(r => r.Id == rule))
            return (page, null, new("what-if.unknown"));
        var then = people.Problem;
        if (mentor is { } raised)
            then = then with
            {
                Mentors =
                [
                    .. then.Mentors.Select(m =>
                        m.Key == people.KeyOf(raised)
                            ? m with
                            {
                                Places = Math.Min(Mentor.MostPlaces, m.Places + Math.Clamp(more, 1, MostMore)),
                            }
                            : m
                    ),
                ],
            };
        if (rule is not null)
            then = then with { Questions = [.. then.Questions.Where(q => q.Id != rule)] };
        var (before, after) = (Matchmaker.Match(people.Problem), Matchmaker.Match(then));
        if (!before.IsSolved || !after.IsSolved)
            return (page, null, new("what-if.unsolved"));
        return (page, Compare(people, before.Result.Pairs, after.Result.Pairs), null);
    }

    private static Answered Compare(CohortProblem people, IReadOnlyList<Pair> before, IReadOnlyList<Pair> after)
    {
        var (was, then) = (before.ToDictionary(p => p.Mentee, p => p.Mentor), after.ToDictionary(p => p.Mentee, p => p.Mentor));
        var first = people.Problem.Mentees.ToDictionary(m => m.Key, m => m.Wishes.Count > 0 ? m.Wishes[0] : []);
        return new(
            was.Count,
            then.Count,
            was.Count(p => first[p.Key].Contains(p.Value)),
            then.Count(p => first[p.Key].Contains(p.Value)),
            [.. then.Keys.Except(was.Keys).Select(people.NameOf).Order(StringComparer.CurrentCultureIgnoreCase)],
            [.. was.Keys.Except(then.Keys).Select(people.NameOf).Order(StringComparer.CurrentCultureIgnoreCase)],
            was.Count(p => then.TryGetValue(p.Key, out var other) && other != p.Value)
        );
    }
}

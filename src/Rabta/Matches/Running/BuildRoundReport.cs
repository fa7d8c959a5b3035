using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rabta.Matching.Checking;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Matches.Running;

/// <summary>A run as other programs read it: who is with whom, those who were already included, and who is left.</summary>
public sealed record Result(IReadOnlyList<ResultPair> Pairs, IReadOnlyList<ResultLeft> Unmatched, CheckerWord Checker)
{
    /// <summary>How many of the pairs are new.</summary>
    [JsonIgnore]
    public int New { get; init; }
}

public sealed record ResultPair(string Mentee, string Mentor, IReadOnlyList<string> Reasons);

public sealed record ResultLeft(string Mentee, string Reason, string Text);

public sealed record CheckerWord(bool Ok, IReadOnlyList<string> Problems);

public sealed class BuildRoundReport(RabtaDb db, IStringLocalizer<Texts> texts, IStringLocalizer<Mentorships.Texts> why)
{
    /// <summary>The newest cohort of the programme of that name, in any language.</summary>
    public async Task<CohortId?> Cohort(string programme, CancellationToken stop)
    {
        var found = (await db.Programmes.AsNoTracking().ToListAsync(stop)).FirstOrDefault(p => p.IsCalled(programme));
        if (found is null)
            return null;
        return (await db.Cohorts.AsNoTracking().NewestOf(found.Id).FirstOrDefaultAsync(stop))?.Id;
    }

    public async Task<Result> Run(CohortId cohort, Ran ran, CancellationToken stop)
    {
        var standing = await db.Mentorships.AsNoTracking().Where(m => m.CohortId == cohort && m.EndedAt == null).ToListAsync(stop);
        var proposed = await db.RoundPairs.AsNoTracking().Where(p => p.RoundId == ran.Id).ToListAsync(stop);
        var left = await db.RoundUnmatched.AsNoTracking().Where(u => u.RoundId == ran.Id).ToListAsync(stop);
        var (enrolled, mentoring) = (
            db.Enrolments.Where(e => e.CohortId == cohort),
            db.Mentorships.Where(m => m.CohortId == cohort && m.EndedAt == null)
        );
        var called = (
            await db
                .People.AsNoTracking()
                .Where(p => enrolled.Any(e => e.PersonId == p.Id) || mentoring.Any(m => m.MentorId == p.Id || m.MenteeId == p.Id))
                .ToListAsync(stop)
        ).ToDictionary(p => p.Id, Called);
        var pairs = standing
            .Select(m => (m.MenteeId, m.MentorId, m.Why))
            .Concat(proposed.Select(p => (p.MenteeId, p.MentorId, p.Why)))
            .Select(p => new ResultPair(called[p.MenteeId], called[p.MentorId], [.. ReasonWords.ForStaff(p.Why, why)]));
        return new(
            [.. pairs.OrderBy(p => p.Mentee, StringComparer.Ordinal)],
            [
                .. left.Select(u => new ResultLeft(called[u.MenteeId], u.Reason, UnmatchedWords.Sentences(u, texts)))
                    .OrderBy(u => u.Mentee, StringComparer.Ordinal),
            ],
            new(ran.Check!.Ok, [.. ran.Check.Problems.Select(p => Problem(p, ran.People!, called))])
        )
        {
            New = proposed.Count,
        };
    }

    /// <summary>An address, else a number, else the name.</summary>
    private static string Called(Person person) => person.Address ?? person.Number ?? person.Name;

    private string Problem(CheckProblem problem, CohortProblem people, Dictionary<PersonId, string> called)
    {
        string Named(string? key) => key is null ? "" : called[people.PersonOf(key).Id];
        return texts[$"check.{problem.Code}", Named(problem.Mentee), Named(problem.Mentor)];
    }
}

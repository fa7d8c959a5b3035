using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Matches.Running;

/// <summary>A cohort and its rounds, the newest first.</summary>
/// <param name="Asked">
/// Mentees who asked a mentor beside the rounds and wait. Staff see how many; who asked whom stays between the two.
/// </param>
public sealed record CohortRounds(
    Programme Programme,
    Cohort Cohort,
    int Mentors,
    int Mentees,
    int Asked,
    IReadOnlyList<RoundSummary> Rounds
)
{
    public RoundSummary? Open => Rounds.FirstOrDefault(r => r.Round.State != RoundState.Published);
}

public sealed record RoundSummary(Round Round, int Pairs, int Unmatched);

/// <summary>Every cohort of the institution with what was run for it.</summary>
public sealed class ListRounds(RabtaDb db)
{
    public async Task<IReadOnlyList<CohortRounds>> Run(CancellationToken stop)
    {
        var cohorts = await db
            .Cohorts.AsNoTracking()
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => new { c, p })
            .OrderByDescending(x => x.c.AcademicYear)
            .ThenBy(x => x.c.Id)
            .ToListAsync(stop);
        var roles = await db
            .TakingPart.GroupBy(e => new { e.CohortId, e.Role })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.CohortId, g.Key.Role), g => g.Count, stop);
        var asked = await db
            .MentorRequests.Where(r => r.State == RequestState.Open)
            .GroupBy(r => r.CohortId)
            .Select(g => new { g.Key, Count = g.Select(r => r.MenteeId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var (pairs, unmatched) = (db.RoundPairs, db.RoundUnmatched);
        var rounds = (
            await db
                .Rounds.AsNoTracking()
                .OrderByDescending(r => r.RanAt)
                .ThenByDescending(r => r.Id)
                .Select(r => new
                {
                    r,
                    Pairs = pairs.Count(p => p.RoundId == r.Id),
                    Left = unmatched.Count(u => u.RoundId == r.Id),
                })
                .ToListAsync(stop)
        ).ToLookup(x => x.r.CohortId, x => new RoundSummary(x.r, x.Pairs, x.Left));
        return
        [
            .. cohorts.Select(x => new CohortRounds(
                x.p,
                x.c,
                roles.GetValueOrDefault((x.c.Id, ProgrammeRole.Mentor)),
                roles.GetValueOrDefault((x.c.Id, ProgrammeRole.Mentee)),
                asked.GetValueOrDefault(x.c.Id),
                [.. rounds[x.c.Id]]
            )),
        ];
    }
}

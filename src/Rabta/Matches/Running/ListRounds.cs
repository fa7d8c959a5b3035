using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Matches.Running;

/// <summary>A cohort and its rounds, the newest first.</summary>
/// <param name="Asked">
/// Mentees who asked a mentor beside the rounds and wait. Staff see how many; who asked whom stays between the two.
/// </param>
public sealed record CohortRounds(Programme Programme, Cohort Cohort, int Mentors, int Mentees, int Asked, IReadOnlyList<RoundLine> Rounds)
{
    public RoundLine? Open => Rounds.FirstOrDefault(r => r.Round.State != RoundState.Published);
}

public sealed record RoundLine(Round Round, int Pairs, int Unmatched);

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
        var parts = await db
            .Enrolments.GroupBy(e => new { e.CohortId, e.Part })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.CohortId, g.Key.Part), g => g.Count, stop);
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
                .Select(r => new
                {
                    r,
                    Pairs = pairs.Count(p => p.RoundId == r.Id),
                    Left = unmatched.Count(u => u.RoundId == r.Id),
                })
                .ToListAsync(stop)
        ).ToLookup(x => x.r.CohortId, x => new RoundLine(x.r, x.Pairs, x.Left));
        return
        [
            .. cohorts.Select(x => new CohortRounds(
                x.p,
                x.c,
                parts.GetValueOrDefault((x.c.Id, Part.Mentor)),
                parts.GetValueOrDefault((x.c.Id, Part.Mentee)),
                asked.GetValueOrDefault(x.c.Id),
                [.. rounds[x.c.Id]]
            )),
        ];
    }
}

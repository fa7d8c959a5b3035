using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Matches.Reviewing;

/// <summary>One mentee of a round, whom they are with now, and every mentor they could be moved to.</summary>
public sealed record Choices(
    Round Round,
    Person Mentee,
    RoundPair? Pair,
    Person? Mentor,
    RoundUnmatched? Left,
    IReadOnlyList<OtherMentor> Others
)
{
    public bool SomeoneIsFree => Others.Any(o => o.Free > 0);
}

public sealed record OtherMentor(PersonId Id, string Name, int Free);

public sealed class SeeChoices(RabtaDb db, IClock clock)
{
    /// <summary>Null where the round is gone or published, or the mentee is not in it.</summary>
    public async Task<Choices?> Run(RoundId id, PersonId mentee, CancellationToken stop)
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.State != RoundState.Published, stop);
        if (round is null)
            return null;
        var pair = await db.RoundPairs.AsNoTracking().FirstOrDefaultAsync(p => p.RoundId == id && p.MenteeId == mentee, stop);
        var left = await db.RoundUnmatched.AsNoTracking().FirstOrDefaultAsync(u => u.RoundId == id && u.MenteeId == mentee, stop);
        if (pair is null && left is null)
            return null;
        var (with, proposed) = (pair?.MentorId, db.RoundPairs);
        var people = await db.People.AsNoTracking().Where(p => p.Id == mentee || p.Id == with).ToDictionaryAsync(p => p.Id, stop);
        var others = await db.PlacesIn(round.CohortId, clock.GetCurrentInstant())
            .Where(m => m.Mentor != mentee && m.Mentor != with)
            .Join(
                db.People,
                m => m.Mentor,
                p => p.Id,
                (m, p) =>
                    new
                    {
                        p.Id,
                        p.Name,
                        p.Names,
                        Free = (m.TakesNew ? m.Places - m.Taken : 0) - proposed.Count(x => x.RoundId == id && x.MentorId == p.Id),
                    }
            )
            .ToListAsync(stop);
        return new(
            round,
            people[mentee],
            pair,
            with is { } mentor ? people[mentor] : null,
            left,
            [
                .. others
                    .Select(o => new OtherMentor(o.Id, Name.Display(o.Name, o.Names), o.Free))
                    .OrderBy(o => o.Name, StringComparer.Create(CultureInfo.CurrentUICulture, true)),
            ]
        );
    }
}

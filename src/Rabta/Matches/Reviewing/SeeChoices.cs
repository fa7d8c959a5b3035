using System.Globalization;
using Microsoft.EntityFrameworkCore;
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

public sealed class SeeChoices(RabtaDb db)
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
        var (with, standing, proposed) = (pair?.MentorId, db.Mentorships, db.RoundPairs);
        var people = await db.People.AsNoTracking().Where(p => p.Id == mentee || p.Id == with).ToDictionaryAsync(p => p.Id, stop);
        var usual = await db.Programmes.Where(p => p.Id == round.ProgrammeId).Select(p => p.PlacesPerMentor).SingleAsync(stop);
        var others = await db
            .Enrolments.Where(e => e.CohortId == round.CohortId && e.Part == Part.Mentor && e.PersonId != mentee && e.PersonId != with)
            .Join(
                db.People,
                e => e.PersonId,
                p => p.Id,
                (e, p) =>
                    new
                    {
                        p.Id,
                        p.Name,
                        p.Names,
                        Free = (e.Places ?? usual)
                            - standing.Count(m => m.CohortId == round.CohortId && m.MentorId == p.Id && m.EndedAt == null)
                            - proposed.Count(x => x.RoundId == id && x.MentorId == p.Id),
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
                    .Select(o => new OtherMentor(o.Id, Name.Here(o.Name, o.Names), o.Free))
                    .OrderBy(o => o.Name, StringComparer.Create(CultureInfo.CurrentUICulture, true)),
            ]
        );
    }
}

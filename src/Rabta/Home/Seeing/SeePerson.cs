using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Home.Seeing;

public sealed record PartSeen(Part Part, string Programme);

public sealed record PartnerSeen(MentorshipId Id, PersonId PartnerId, string Partner);

/// <summary>
/// A person as a coordinator sees them: how to reach them, who they are with, and whether mails arrive. Never what mails say.
/// </summary>
public sealed record PersonSeen(
    Person Person,
    IReadOnlyList<PartSeen> Parts,
    IReadOnlyList<PartnerSeen> Pairs,
    IReadOnlyList<Notice> Notices
);

public sealed class SeePerson(RabtaDb db)
{
    public async Task<PersonSeen?> Run(PersonId id, CancellationToken stop)
    {
        var here = CultureInfo.CurrentUICulture;
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
            return null;
        var (cohorts, programmes, people) = (db.Cohorts, db.Programmes, db.People);
        var parts = await db
            .Enrolments.Where(e => e.PersonId == id)
            .Join(cohorts, e => e.CohortId, c => c.Id, (e, c) => new { e.Part, c.ProgrammeId })
            .Join(programmes, x => x.ProgrammeId, p => p.Id, (x, p) => new { x.Part, p.Name })
            .ToListAsync(stop);
        var pairs = await db
            .Mentorships.Where(m => m.EndedAt == null && (m.MentorId == id || m.MenteeId == id))
            .Join(people, m => m.MentorId == id ? m.MenteeId : m.MentorId, p => p.Id, (m, p) => new { m.Id, Partner = p })
            .AsNoTracking()
            .ToListAsync(stop);
        var notices = await db
            .Notices.AsNoTracking()
            .Where(n => n.PersonId == id && n.Travel != Travel.Inside)
            .OrderByDescending(n => n.NotBefore)
            .Take(10)
            .ToListAsync(stop);
        return new(
            person,
            [.. parts.Select(p => new PartSeen(p.Part, p.Name.In(here)))],
            [.. pairs.Select(p => new PartnerSeen(p.Id, p.Partner.Id, p.Partner.NameIn(here)))],
            notices
        );
    }
}

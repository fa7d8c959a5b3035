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

/// <summary>A person as a coordinator sees them: how to reach them, who they are with, and whether mails arrive. Never what mails say.</summary>
public sealed record PersonSeen(Person Person, IReadOnlyList<PartSeen> Parts, IReadOnlyList<PartnerSeen> Pairs, IReadOnlyList<Notice> Notices);

public sealed class SeePerson(RabtaDb db)
{
    public async Task<PersonSeen?> Run(PersonId id, CancellationToken stop)
    {
        var here = CultureInfo.CurrentUICulture;
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person) return null;
        var (cohorts, programmes, people) = (db.Cohorts, db.Programmes, db.People);
        var parts = await db.Enrolments.Where(e => e.PersonId == id).Join(cohorts, e => e.CohortId, c => c.Id, (e, c) => new { e.Part, c.ProgrammeId })
            .Join(programmes, x => x.ProgrammeId, p => p.Id, (x, p) => new { x.Part, p.Name }).ToListAsync(stop);
        var pairs = await db.Mentorships.Where(m => m.EndedAt == null && (m.MentorId == id || m.MenteeId == id))
            .Join(people, m => m.MentorId == id ? m.MenteeId : m.MentorId, p => p.Id, (m, p) => new { m.Id, Partner = p }).AsNoTracking().ToListAsync(stop);
        var notices = await db.Notices.AsNoTracking().Where(n => n.PersonId == id && n.Travel != Travel.Inside).OrderByDescending(n => n.NotBefore).Take(10).ToListAsync(stop);
        return new(person, [.. parts.Select(p => new PartSeen(p.Part, p.Name.In(here)))], [.. pairs.Select(p => new PartnerSeen(p.Id, p.Partner.Id, p.Partner.NameIn(here)))], notices);
    }
}

/// <summary>What waits for a coordinator, counted.</summary>
public sealed record Waiting(IReadOnlyList<Matches.Round> Rounds, int AskForChange, int NotAccepted, int MailsRefused);

public sealed class SeeWhatWaits(RabtaDb db, ListPairs pairs)
{
    public async Task<Waiting> Run(PersonId viewer, CancellationToken stop)
    {
        var rounds = await db.Set<Matches.Round>().AsNoTracking().Where(r => r.State != Matches.RoundState.Published).OrderBy(r => r.RanAt).ToListAsync(stop);
        var mentorships = db.Mentorships;
        var asks = await db.ChangeRequests.CountAsync(c => c.SettledAt == null && mentorships.Any(m => m.Id == c.MentorshipId && m.EndedAt == null && m.MentorId != viewer && m.MenteeId != viewer), stop);
        var refused = await db.Notices.Where(n => n.Travel == Travel.Refused).Select(n => n.PersonId).Distinct().CountAsync(stop);
        return new(rounds, asks, (await pairs.Run(null, null, 1, viewer, stop)).Waiting, refused);
    }
}

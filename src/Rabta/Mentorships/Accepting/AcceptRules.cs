using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Accepting;

/// <summary>Accepts the ground rules as they stand. A mentor does so once, for all their mentees of the programme.</summary>
public sealed class AcceptRules(RabtaDb db, ITellPeople tell, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(MentorshipId id, int version, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(stop);
        var mentorship = await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id && (m.MentorId == me || m.MenteeId == me), stop);
        if (mentorship is not { IsStanding: true }) return new("mentorship.has-ended");
        var programme = mentorship.ProgrammeId;
        var current = await db.GroundRules.Where(r => r.ProgrammeId == programme).MaxAsync(r => r.Version, stop);
        if (version != current) return new("rules.newer");
        if (await db.Acceptances.AnyAsync(a => a.ProgrammeId == programme && a.PersonId == me && a.Version == version, stop)) return null;
        var now = clock.GetCurrentInstant();
        db.Add(new Acceptance { ProgrammeId = programme, PersonId = me, Version = version, At = now });
        journal.Note("rules.accepted", programme.Value, me, after: $"{version}");
        var mine = await db.People.SingleAsync(p => p.Id == me, stop);
        var partners = await db.Mentorships.Where(m => m.ProgrammeId == programme && m.EndedAt == null && (m.MentorId == me || m.MenteeId == me))
            .Select(m => new { m.Id, Partner = m.MentorId == me ? m.MenteeId : m.MentorId }).ToListAsync(stop);
        foreach (var one in partners)
            tell.Tell(new(MentorshipNews.PartnerAccepted, one.Partner, MentorshipNews.Twice(mine), $"/mentorships/{one.Id.Value}", now));
        await write.Commit(stop);
        return null;
    }
}

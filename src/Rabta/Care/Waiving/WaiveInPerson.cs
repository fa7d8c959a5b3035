using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Reminding;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Care.Waiving;

/// <summary>These two need not meet in person first. Both read why, so that nobody wonders.</summary>
public sealed class WaiveInPerson(RabtaDb db, ITellPeople tell, JournalOf journal, IClock clock)
{
    public const int LongestReason = 300;

    public async Task<Refusal?> Run(MentorshipId id, string? reason, PersonId by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new("waive.no-reason");
        if (reason.Trim().Length > LongestReason)
            return new("waive.long", LongestReason);
        await using var write = await db.BeginWrite(JournalKinds.MentorshipInPersonWaived, stop);
        await db.HoldLock(id.Value, stop);
        if (await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id, stop) is not { IsStanding: true } pair)
            return new("mentorship.has-ended");
        if (pair.Has(by))
            return new("ending.own");
        if (pair.FirstMetAt is not null)
            return new("waive.met");
        if (pair.WaivedAt is not null)
            return new("waive.already");
        if (!(await db.Programmes.SingleAsync(p => p.Id == pair.ProgrammeId, stop)).FirstMeetingInPerson)
            return new("waive.not-asked");
        var now = clock.GetCurrentInstant();
        pair.Waive(by, reason.Trim(), now);
        // They have just heard of it and need time to agree on a day before they are asked again.
        pair.Rest(now + Reminder.Apart);
        await Tell(pair, now, stop);
        journal.Note(JournalKinds.MentorshipInPersonWaived, id.Value, by, reason.Trim());
        await write.Commit(stop);
        return null;
    }

    private async Task Tell(Mentorship pair, Instant now, CancellationToken stop)
    {
        var names = await db
            .People.Where(p => p.Id == pair.MentorId || p.Id == pair.MenteeId)
            .ToDictionaryAsync(p => p.Id, MentorshipNews.Twice, stop);
        foreach (var person in new[] { pair.MenteeId, pair.MentorId })
            tell.Tell(
                new(CareNews.Waived, person, [.. names[pair.Other(person)], pair.WaiverReason!], $"/mentorships/{pair.Id.Value}", now)
            );
    }
}

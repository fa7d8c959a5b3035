using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Reminding;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Care.Waiving;

/// <summary>These two need not meet in person first. Both read why, so that nobody wonders.</summary>
public sealed class WaiveInPerson(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal)
{
    public const int LongestReason = 300;

    private static readonly NotForStaff No = new("mentorship.has-ended", "ending.own", "waive.met");

    public async Task<Refusal?> Run(MentorshipId id, string? reason, PersonId by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new("waive.no-reason");
        if (reason.Trim().Length > LongestReason)
            return new("waive.long", LongestReason);
        await using var write = await db.BeginWrite(JournalKinds.MentorshipInPersonWaived, stop);
        var (held, no) = await hold.ForStaff(id, CareActs.Waive, by, No, stop);
        if (held is null)
            return no;
        var (pair, now) = (held.Pair, held.Now);
        var meetings = await db.KeepMeetingsOf(id, stop);
        if (meetings.FirstMetAt is not null)
            return new("waive.met");
        if (meetings.WaivedAt is not null)
            return new("waive.already");
        if (!(await db.Programmes.SingleAsync(p => p.Id == pair.ProgrammeId, stop)).FirstMeetingInPerson)
            return new("waive.not-asked");
        meetings.Waive(by, reason.Trim(), now);
        // They have just heard of it and need time to agree on a day before they are asked again.
        (await db.KeepCareOf(id, stop)).Snooze(now + Reminder.Apart);
        await Notify(pair, reason.Trim(), now, stop);
        journal.Note(JournalKinds.MentorshipInPersonWaived, id.Value, by, reason.Trim());
        await write.Commit(stop);
        return null;
    }

    private async Task Notify(Mentorship pair, string reason, Instant now, CancellationToken stop)
    {
        var names = await db
            .People.Where(p => p.Id == pair.MentorId || p.Id == pair.MenteeId)
            .ToDictionaryAsync(p => p.Id, p => p.EveryName, stop);
        foreach (var person in new[] { pair.MenteeId, pair.MentorId })
            notify.Notify(new(CareNews.Waived, person, [names[pair.Other(person)], Several.Plain(reason)], PairPages.Of(pair.Id), now));
    }
}

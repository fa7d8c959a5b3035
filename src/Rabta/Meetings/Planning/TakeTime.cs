using NodaTime;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Meetings.Planning;

/// <summary>Takes one of the times on offer.</summary>
public sealed class TakeTime(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    public async Task<Refusal?> Run(MentorshipId pair, Instant time, int seen, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.MeetingPlanned, stop);
        var (held, no) = await hold.Run(pair, MeetingActs.Take, seen, me, stop);
        if (held is null)
            return no;
        var meeting = held.Newest!;
        if (!meeting.Times.Contains(time))
            return hold.Instead(held);
        if (time <= held.Now)
            return new("take.past");
        meeting.Take(time, me, held.Now);
        held.Meetings.SetNext(time);
        notify.Run(MeetingNews.Planned, held.Me, held.Partner, $"/meetings/{meeting.Id.Value}", held.Now, time);
        // The person who takes the time gets a notice too, as the calendar file comes with the mail.
        notify.Run(MeetingNews.Planned, held.Partner, held.Me, $"/meetings/{meeting.Id.Value}", held.Now, time);
        journal.Note(JournalKinds.MeetingPlanned, meeting.Id.Value, me, before: $"{held.State}", after: $"{meeting.State}");
        await write.Commit(stop);
        return null;
    }
}

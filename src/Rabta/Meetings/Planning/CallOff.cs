using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.Meetings.Planning;

/// <summary>Says no to times on offer, takes one's own offer back, or calls a planned meeting off.</summary>
public sealed class CallOff(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    /// <param name="act">Decline, Withdraw or Cancel.</param>
    /// <param name="line">One line for the other, if they like.</param>
    public async Task<Refusal?> Run(MentorshipId pair, Act act, string? line, int seen, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(
            JournalKinds.MeetingDeclined.Or(JournalKinds.MeetingWithdrawn).Or(JournalKinds.MeetingCancelled),
            stop
        );
        var (held, no) = await hold.Run(pair, act, seen, me, stop);
        if (held is null)
            return no;
        var meeting = held.Newest!;
        var planned = meeting.At;
        var (news, happened) = Do(act, meeting, line, held);
        held.Meetings.SetNext(null);
        notify.Run(news, held.Me, held.Partner, $"/meetings/{meeting.Id.Value}", held.Now, planned ?? meeting.Times[0]);
        journal.Note(happened, meeting.Id.Value, me, before: $"{held.State}", after: $"{meeting.State}");
        await write.Commit(stop);
        return null;
    }

    private static (NoticeKind, JournalKind) Do(Act act, Meeting meeting, string? line, HeldMeeting held)
    {
        if (act == MeetingActs.Decline)
        {
            meeting.Decline(held.Me.Id, line, held.Now);
            return (MeetingNews.Declined, JournalKinds.MeetingDeclined);
        }
        if (act == MeetingActs.Withdraw)
        {
            meeting.Withdraw(held.Me.Id, held.Now);
            return (MeetingNews.Withdrawn, JournalKinds.MeetingWithdrawn);
        }
        if (act != MeetingActs.Cancel)
            throw new ArgumentOutOfRangeException(nameof(act), act, null);
        meeting.Cancel(held.Me.Id, line, held.Now);
        return (MeetingNews.Cancelled, JournalKinds.MeetingCancelled);
    }
}

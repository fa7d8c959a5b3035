using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Meetings.Planning;

/// <summary>Says no to times on offer, takes one's own offer back, or calls a planned meeting off.</summary>
public sealed class CallOff(RabtaDb db, HoldPair hold, TellPartner tell, JournalOf journal)
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
        switch (act)
        {
            case Act.Decline:
                meeting.Decline(me, line, held.Now);
                break;
            case Act.Withdraw:
                meeting.Withdraw(me, held.Now);
                break;
            case Act.Cancel:
                meeting.Cancel(me, line, held.Now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }
        held.Pair.Expect(null);
        var (news, happened) = act switch
        {
            Act.Decline => (MeetingNews.Declined, JournalKinds.MeetingDeclined),
            Act.Withdraw => (MeetingNews.Withdrawn, JournalKinds.MeetingWithdrawn),
            _ => (MeetingNews.Cancelled, JournalKinds.MeetingCancelled),
        };
        tell.Run(news, held.Me, held.Partner, $"/meetings/{meeting.Id.Value}", held.Now, planned ?? meeting.Times[0]);
        journal.Note(happened, meeting.Id.Value, me, before: $"{held.State}", after: $"{meeting.State}");
        await write.Commit(stop);
        return null;
    }
}

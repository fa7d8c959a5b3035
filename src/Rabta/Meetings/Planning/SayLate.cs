using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Meetings.Planning;

/// <summary>Says "I'm late" in one tap, on the day. The partner is told once, however often it is said.</summary>
public sealed class SayLate(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    public async Task<Refusal?> Run(MentorshipId pair, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.MeetingLate, stop);
        var (held, no) = await hold.Run(pair, MeetingActs.SayLate, null, me, stop);
        if (held is null)
            return no;
        var meeting = held.Newest!;
        if (!meeting.IsToday(held.Now))
            return new("late.not-today");
        if (((held.Pair.MentorId == held.Me.Id) ? meeting.MentorLateAt : meeting.MenteeLateAt) is not null)
            return null;
        meeting.SayLate((held.Pair.MentorId == held.Me.Id), held.Now);
        notify.Run(MeetingNews.Late, held.Me, held.Partner, $"/meetings/{meeting.Id.Value}", held.Now, meeting.At);
        journal.Note(JournalKinds.MeetingLate, meeting.Id.Value, me);
        await write.Commit(stop);
        return null;
    }
}

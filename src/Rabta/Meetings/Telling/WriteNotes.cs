using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;

namespace Rabta.Meetings.Telling;

/// <summary>After a meeting: one line for both to keep, and notes of one's own that nobody else sees.</summary>
public sealed class WriteNotes(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    /// <summary>
    /// Stores both. A writer who has not seen the other's newest line is shown it first; their own note is stored all the same.
    /// </summary>
    /// <param name="shared">The line for both.</param>
    /// <param name="seen">That line as the writer saw it.</param>
    public async Task<Refusal?> Run(MeetingId id, string? shared, string? seen, string? own, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.NoteShared.Or(JournalKinds.NoteKept), stop);
        var (held, meeting, no) = await Over(id, me, stop);
        if (held is null || meeting is null)
            return no;
        await KeepOwn(id, own, me, stop);
        var refusal = Share(held, meeting, shared, seen);
        await write.Commit(stop);
        return refusal;
    }

    private Refusal? Share(HeldMeeting held, Meeting meeting, string? text, string? seen)
    {
        if (meeting.SharedNote == Values.Trimmed(text))
            return null;
        if ((meeting.SharedNote ?? "") != (seen ?? "").Trim())
            return new("note.other", meeting.SharedNote ?? "");
        meeting.Note(text, held.Me.Id);
        if (meeting.SharedNote is not null)
            notify.Run(MeetingNews.NoteShared, held.Me, held.Partner, $"/meetings/{meeting.Id.Value}", held.Now);
        journal.Note(JournalKinds.NoteShared, meeting.Id.Value, held.Me.Id);
        return null;
    }

    private async Task KeepOwn(MeetingId id, string? text, PersonId me, CancellationToken stop)
    {
        var note = await db.OwnNotes.FirstOrDefaultAsync(n => n.MeetingId == id && n.By == me, stop);
        if (note?.Text == Values.Trimmed(text))
            return;
        // The journal says that there is a note, and never what it says.
        journal.Note(JournalKinds.NoteKept, id.Value, me);
        if (Values.Trimmed(text) is not { } kept)
            db.Remove(note!);
        else if (note is null)
            db.Add(
                new OwnNote
                {
                    MeetingId = id,
                    By = me,
                    Text = kept,
                }
            );
        else
            note.Text = kept;
    }

    private async Task<(HeldMeeting?, Meeting?, Refusal?)> Over(MeetingId id, PersonId me, CancellationToken stop)
    {
        var pair = await db.Meetings.Where(m => m.Id == id).Select(m => (MentorshipId?)m.MentorshipId).FirstOrDefaultAsync(stop);
        if (pair is null)
            return (null, null, new("now.Ended"));
        var (held, no) = await hold.Run(pair.Value, MeetingActs.WriteNote, null, me, stop);
        if (held is null)
            return (null, null, no);
        var meeting = await db.Meetings.SingleAsync(m => m.Id == id, stop);
        return meeting.State == MeetingState.Over ? (held, meeting, null) : (null, null, new("note.not-yet"));
    }
}

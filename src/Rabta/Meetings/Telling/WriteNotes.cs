using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Meetings.Telling;

/// <summary>After a meeting: one line for both to keep, and notes of one's own that nobody else sees.</summary>
public sealed class WriteNotes(RabtaDb db, HoldPair hold, TellPartner tell, JournalOf journal)
{
    /// <summary>The shared line. Whoever did not see the other's newest line is shown it first.</summary>
    /// <param name="seen">The line as the writer saw it.</param>
    public async Task<Refusal?> Share(MeetingId id, string? text, string? seen, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(stop);
        var (held, meeting, no) = await Over(id, me, stop);
        if (held is null || meeting is null) return no;
        if (meeting.SharedNote == Given(text)) return null;
        if ((meeting.SharedNote ?? "") != (seen ?? "").Trim()) return new("note.other", meeting.SharedNote ?? "");
        meeting.Note(text, me);
        if (meeting.SharedNote is not null) tell.Run(MeetingNews.NoteShared, held.Me, held.Partner, $"/meetings/{id.Value}", held.Now);
        journal.Note("note.shared", id.Value, me);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> Keep(MeetingId id, string? text, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(stop);
        var (held, _, no) = await Over(id, me, stop);
        if (held is null) return no;
        var note = await db.OwnNotes.FirstOrDefaultAsync(n => n.MeetingId == id && n.By == me, stop);
        if (Given(text) is not { } kept)
        {
            if (note is not null) db.Remove(note);
        }
        else if (note is null) db.Add(new OwnNote { MeetingId = id, By = me, Text = kept });
        else note.Text = kept;
        await write.Commit(stop);
        return null;
    }

    private async Task<(HeldPair?, Meeting?, Refusal?)> Over(MeetingId id, PersonId me, CancellationToken stop)
    {
        var pair = await db.Meetings.Where(m => m.Id == id).Select(m => (MentorshipId?)m.MentorshipId).FirstOrDefaultAsync(stop);
        if (pair is null) return (null, null, new("now.Ended"));
        var (held, no) = await hold.Run(pair.Value, Act.WriteNote, null, me, stop);
        if (held is null) return (null, null, no);
        var meeting = await db.Meetings.SingleAsync(m => m.Id == id, stop);
        return meeting.State == MeetingState.Over ? (held, meeting, null) : (null, null, new("note.not-yet"));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

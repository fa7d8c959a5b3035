using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;

namespace Rabta.People.Noting;

/// <summary>Staff write a note about a person, or remove one. Nobody writes or removes a note about themself.</summary>
public sealed class KeepNotes(RabtaDb db, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Add(StaffNoteId id, PersonId about, string? text, PersonId by, CancellationToken stop)
    {
        if (Values.Trimmed(text) is not { } written)
            return new("note.empty");
        if (written.ReplaceLineEndings("\n").Length > StaffNote.Longest)
            return new("note.long", StaffNote.Longest);
        await using var write = await db.BeginWrite(JournalKinds.NoteWritten, stop);
        if (about == by || !await db.People.AnyAsync(p => p.Id == about, stop))
            return new("person.gone");
        db.Add(
            new StaffNote
            {
                Id = id,
                PersonId = about,
                Text = written.ReplaceLineEndings("\n"),
                By = by,
                At = clock.GetCurrentInstant(),
            }
        );
        journal.Note(JournalKinds.NoteWritten, about, by);
        await write.Commit(stop);
        return null;
    }

    /// <summary>Removing a note that is gone is harmless.</summary>
    public async Task<Refusal?> Remove(StaffNoteId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.NoteRemoved, stop);
        if (await db.StaffNotes.FirstOrDefaultAsync(n => n.Id == id && n.PersonId != by, stop) is not { } note)
            return null;
        db.Remove(note);
        journal.Note(JournalKinds.NoteRemoved, note.PersonId, by);
        await write.Commit(stop);
        return null;
    }
}

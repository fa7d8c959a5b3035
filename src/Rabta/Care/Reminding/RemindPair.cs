using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Care.Reminding;

/// <summary>A coordinator reminds those of a pair who have to act, in gentle words.</summary>
public sealed class RemindPair(RabtaDb db, SendReminders reminding, JournalOf journal)
{
    public async Task<Refusal?> Run(MentorshipId id, WaitKind kind, PersonId by, CancellationToken stop)
    {
        if (!kind.CanBeReminded)
            return new("remind.not-this");
        await using var write = await db.BeginWrite(JournalKinds.MentorshipReminded, stop);
        // One lock for all reminders: if two coordinators remind at the same moment, the second finds what the first has sent.
        await db.HoldLock(db.Institution!.Value.Value, stop);
        var waiting = await reminding.Waiting(kind, id, by, stop);
        if (waiting.Count == 0)
            return new("remind.settled");
        if ((await reminding.Notify(kind, waiting, by, stop)).Count == 0)
            return new("remind.lately");
        journal.Note(JournalKinds.MentorshipReminded, id.Value, by, after: kind.Name);
        await write.Commit(stop);
        return null;
    }
}

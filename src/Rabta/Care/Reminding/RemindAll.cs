using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Care.Reminding;

/// <summary>A coordinator has everyone reminded whose pair waits for the same thing.</summary>
public sealed class RemindAll(RabtaDb db, SendReminders reminding, JournalOf journal)
{
    public async Task<Refusal?> Run(WaitKind kind, PersonId by, CancellationToken stop)
    {
        if (!kind.CanBeReminded)
            return new("remind.not-this");
        await using var write = await db.BeginWrite(JournalKinds.MentorshipReminded, stop);
        await db.HoldLock(db.Institution!.Value.Value, stop);
        var waiting = await reminding.Waiting(kind, null, by, stop);
        if (waiting.Count == 0)
            return new("remind.settled");
        var told = await reminding.Notify(kind, waiting, by, stop);
        if (told.Count == 0)
            return new("remind.lately");
        foreach (var pair in told)
            journal.Note(JournalKinds.MentorshipReminded, pair.Id.Value, by, after: kind.Name);
        await write.Commit(stop);
        return null;
    }
}

/// <summary>How many a reminder to all would reach, and how many it leaves out.</summary>
public sealed class CountReminders(SendReminders reminding)
{
    public async Task<(int Reached, int LeftOut)> Run(WaitKind kind, PersonId by, CancellationToken stop)
    {
        var people = (await reminding.Waiting(kind, null, by, stop)).SelectMany(w => w.People).ToHashSet();
        var leftOut = people.Intersect(await reminding.Lately(stop)).Count();
        return (people.Count - leftOut, leftOut);
    }
}

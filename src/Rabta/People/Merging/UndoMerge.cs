using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;

namespace Rabta.People.Merging;

/// <summary>Makes two people again of one, for ten minutes after they were merged. What was written since stays with the one.</summary>
public sealed class UndoMerge(RabtaDb db, MoveRows move, Events events, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(MergeId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.MergeUndone, stop);
        if (await db.Merges.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop) is not { } asked)
            return new("merge.too-late");
        foreach (var one in new[] { asked.KeptId.Value, asked.GoneId.Value }.Order())
            await db.HoldLock(one, stop);
        var merge = await db.Merges.SingleAsync(m => m.Id == id, stop);
        if (merge.UndoneAt is not null)
            return null;
        if (!merge.CanBeUndone(clock.GetCurrentInstant()))
            return new("merge.too-late");
        var people = await db
            .People.AlsoHidden(Person.MergedFilter)
            .Where(p => p.Id == merge.KeptId || p.Id == merge.GoneId)
            .ToDictionaryAsync(p => p.Id, stop);
        var (kept, gone, log) = (people[merge.KeptId], people[merge.GoneId], MergeLog.Read(merge.Log!));
        // A third person has the address by now.
        if (await IsTaken(log.Gone, merge, stop) || await IsTaken(log.Kept, merge, stop))
            return new("merge.cant-undo");
        gone.MergedInto = null;
        kept.MoveTo(null);
        kept.Number = null;
        await db.SaveChangesAsync(stop);
        MergeFields.Restore(gone, log.Gone);
        MergeFields.Restore(kept, log.Kept);
        await db.SaveChangesAsync(stop);
        await move.Back(log.Moved, merge.KeptId, merge.GoneId, stop);
        await events.Publish(new PeopleParted(kept, gone, log.Parts), stop);
        (merge.UndoneAt, merge.Log) = (clock.GetCurrentInstant(), null);
        journal.Note(JournalKinds.MergeUndone, merge.KeptId, by);
        await write.Commit(stop);
        return null;
    }

    private Task<bool> IsTaken(PersonBefore before, Merge merge, CancellationToken stop)
    {
        var key = Person.KeyOf(before.Address);
        return db.People.AnyAsync(p => key != null && p.AddressKey == key && p.Id != merge.KeptId && p.Id != merge.GoneId, stop);
    }
}

/// <summary>Deletes what an undo would need, once it is too late for it.</summary>
public sealed class ForgetMerges(RabtaDb db, IClock clock) : IHousekeep
{
    public Task Sweep(CancellationToken stop)
    {
        var before = clock.GetCurrentInstant() - Merge.Undoable;
        return db.ChangeAside(
            new NotJournaled("It was only kept to be undone."),
            () =>
                db
                    .Merges.Where(m => m.At < before && m.Log != null)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.Log, (string?)null), stop),
            stop
        );
    }
}

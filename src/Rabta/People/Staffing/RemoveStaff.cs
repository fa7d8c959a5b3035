using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.People.Staffing;

/// <summary>
/// A coordinator ends a colleague's duty, who stays a person here with their own pairs. Nobody does it to themself, so one always remains.
/// </summary>
public sealed class RemoveStaff(RabtaDb db, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(PersonId id, PersonId by, CancellationToken stop)
    {
        if (id == by)
            return new("staff.own");
        await using var write = await db.BeginWrite(JournalKinds.DutyTaken, stop);
        // If two remove each other at the same moment, the second is not staff any more.
        await db.HoldLock(db.Institution!.Value.Value, stop);
        if (!await db.Coordinators.AnyAsync(p => p.Id == by, stop))
            return new("staff.no-longer");
        if (await db.Coordinators.FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
            return null;
        person.Duties &= ~Duties.Coordinator;
        journal.Note(JournalKinds.DutyTaken, id, by, before: nameof(Duties.Coordinator));
        notify.Notify(new(StaffNews.Removed, id, [], "/", clock.GetCurrentInstant()));
        await write.Commit(stop);
        return null;
    }
}

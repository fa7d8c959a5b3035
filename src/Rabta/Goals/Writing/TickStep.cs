using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Goals.Writing;

/// <summary>A mentee ticks a step off, or takes the tick back.</summary>
public sealed class TickStep(RabtaDb db, JournalOf journal, IClock clock)
{
    /// <param name="text">The step's words as they stood on the page.</param>
    public async Task<Refusal?> Run(GoalId id, int index, string text, bool done, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.StepDone.Or(JournalKinds.StepUndone), stop);
        await db.HoldLock(id.Value, stop);
        var goal = await db.Goals.FirstOrDefaultAsync(g => g.Id == id && g.MenteeId == me, stop);
        if (goal is null)
            return new("goal.gone");
        var before = goal.StepsDone;
        if (goal.Tick(index, text, done, clock.GetCurrentInstant()) is { } refusal)
            return refusal;
        if (goal.StepsDone == before)
            return null;
        journal.Note(done ? JournalKinds.StepDone : JournalKinds.StepUndone, id.Value, me, before: $"{before}", after: $"{goal.StepsDone}");
        await write.Commit(stop);
        return null;
    }
}

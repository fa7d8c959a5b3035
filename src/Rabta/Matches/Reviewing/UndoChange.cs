using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Running;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Preferences;

namespace Rabta.Matches.Reviewing;

/// <summary>Takes back the last pin or forbid of the one who asks, and works the round out anew.</summary>
public sealed class UndoChange(RabtaDb db, SolveRound solve, JournalOf journal)
{
    public async Task<Refusal?> Run(RoundId id, int seen, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.ChangeUndone, stop);
        if (await db.Hold(id, stop) is not { } round)
            return new("round.gone");
        if (round.MayChange(seen) is { } late)
            return late;
        var pin = await db
            .Pins.Where(p => p.CohortId == round.CohortId && p.By == by)
            .OrderByDescending(p => p.At)
            .FirstOrDefaultAsync(stop);
        var forbid = await db
            .Forbids.Where(f => f.CohortId == round.CohortId && f.By == by)
            .OrderByDescending(f => f.At)
            .FirstOrDefaultAsync(stop);
        if (pin is null && forbid is null)
            return new("undo.nothing");
        var pinIsLast = forbid is null || pin?.At > forbid.At;
        db.Remove(pinIsLast ? pin! : forbid!);
        await db.SaveChangesAsync(stop);
        if ((await solve.Run(round, stop)).Refusal is { } contradiction)
            return contradiction;
        journal.Note(
            JournalKinds.ChangeUndone,
            round.Id.Value,
            by,
            before: pinIsLast ? "pin" : "forbid",
            onBehalfOf: pinIsLast ? pin!.MenteeId : forbid!.MenteeId
        );
        await write.Commit(stop);
        return null;
    }
}

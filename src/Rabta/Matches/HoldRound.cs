using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;

namespace Rabta.Matches;

internal static class HoldRound
{
    /// <summary>Takes the lock of the round's cohort and reads the round again. Null where it was replaced meanwhile.</summary>
    public static async Task<Round?> Hold(this RabtaDb db, RoundId id, CancellationToken stop)
    {
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop) is not { } seen)
            return null;
        await db.HoldLock(seen.CohortId.Value, stop);
        return await db.Rounds.FirstOrDefaultAsync(r => r.Id == id, stop);
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;

namespace Rabta.Matches;

internal static class HoldRound
{
    /// <summary>The round as it stands once nobody else works on its cohort; null where it was run anew meanwhile.</summary>
    public static async Task<Round?> Hold(this RabtaDb db, RoundId id, CancellationToken stop)
    {
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop) is not { } seen)
            return null;
        await db.HoldLock(seen.CohortId.Value, stop);
        return await db.Rounds.FirstOrDefaultAsync(r => r.Id == id, stop);
    }
}

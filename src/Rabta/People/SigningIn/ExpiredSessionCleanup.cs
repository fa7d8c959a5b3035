using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>Deletes sessions and links that expired long ago: all they could still tell is who was here, and when.</summary>
public sealed class ExpiredSessionCleanup(RabtaDb db, IClock clock) : IHousekeep
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public async Task Sweep(CancellationToken stop)
    {
        var before = clock.GetCurrentInstant() - Kept;
        await using var write = await db.BeginAside(new NotJournaled("What nobody needs any more is thrown away."), stop);
        await db.Devices.Where(d => d.Until < before).ExecuteDeleteAsync(stop);
        await db.SignInLinks.Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(stop);
        await write.Commit(stop);
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;

namespace Rabta.Preferences.Recommending;

/// <summary>Deletes links that stopped working long ago, and with them invitations that nobody used. Recommendations stay.</summary>
public sealed class ForgetInvitations(RabtaDb db, IClock clock) : IHousekeep
{
    /// <summary>For this long an expired link still says kindly that it has expired.</summary>
    private static readonly Duration Kept = Duration.FromDays(30);

    public async Task Sweep(CancellationToken stop)
    {
        var before = clock.GetCurrentInstant() - RecommenderInvitation.Lifetime - Kept;
        var old = db.RecommenderInvitations.Where(i => i.At < before);
        await using var write = await db.BeginAside(new NotJournaled("What nobody needs any more is thrown away."), stop);
        await db.InvitationLinks.Where(l => old.Any(i => i.Id == l.InvitationId)).ExecuteDeleteAsync(stop);
        await old.Where(i => i.AnsweredAt == null).ExecuteDeleteAsync(stop);
        await write.Commit(stop);
    }
}

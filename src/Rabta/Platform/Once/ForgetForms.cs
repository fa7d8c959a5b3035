using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;

namespace Rabta.Platform.Once;

/// <summary>A form is remembered for a month: no browser sends one again after that.</summary>
public sealed class ForgetForms(RabtaDb db, IClock clock) : IHousekeep
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public async Task Sweep(CancellationToken stop)
    {
        var before = clock.GetCurrentInstant() - Kept;
        await using var write = await db.BeginAside(new NotJournaled("What nobody needs any more is thrown away."), stop);
        await db.Set<WrittenForm>().Where(w => w.At < before).ExecuteDeleteAsync(stop);
        await write.Commit(stop);
    }
}

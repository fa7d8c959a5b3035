using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;

namespace Rabta.Platform.Once;

/// <summary>A form is remembered for a month: no browser sends one again after that.</summary>
public sealed class ForgetForms(RabtaDb db, IClock clock) : IHousekeep
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public Task Sweep(CancellationToken stop)
    {
        var before = clock.GetCurrentInstant() - Kept;
        return db.Set<WrittenForm>().Where(w => w.At < before).ExecuteDeleteAsync(stop);
    }
}

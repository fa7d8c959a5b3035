using Rabta.Matches.Running;
using Rabta.Platform.Database;
using Rabta.Programmes.Inventing;

namespace Rabta.Matches.Inventing;

/// <summary>A first round, run and not yet published.</summary>
public sealed class InventRound(RabtaDb db, RunRound run) : IInvent
{
    public int Order => 900;

    public async Task Run(InventedCollege college, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await run.Run(college.Cohort.Id, 20261124, null, stop);
        db.ChangeTracker.Clear();
    }
}

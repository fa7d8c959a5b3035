using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.Ending;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences;

/// <summary>Two people between whom staff noted a conflict are not put together by hand either.</summary>
public sealed class KeepConflictsApart(RabtaDb db) : IKeepApart
{
    public Task<bool> Must(CohortId cohort, PersonId one, PersonId other, CancellationToken stop) =>
        db.Conflicts.AnyAsync(
            c => c.CohortId == cohort && ((c.One == one && c.Other == other) || (c.One == other && c.Other == one)),
            stop
        );
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences.Fitting;

namespace Rabta.Preferences.Wishing;

/// <summary>Someone on my list, for my own eyes.</summary>
public sealed record Wished(PersonId Id, string Name, int Rank, Fit Fit);

public sealed class SeeWishes(RabtaDb db, SeeFit fit)
{
    /// <summary>In order; those of equal rank by when they were added.</summary>
    public async Task<List<Wished>> Run(MyEnrolment mine, CancellationToken stop)
    {
        var (cohort, me, role) = (mine.Cohort.Id, mine.Enrolment.PersonId, mine.Role);
        var wishes = await db
            .Wishes.Where(w => w.CohortId == cohort && w.From == me && w.FromRole == role)
            .Join(db.People, w => w.To, p => p.Id, (w, p) => new { w, p })
            .OrderBy(x => x.w.Rank)
            .ThenBy(x => x.w.Id)
            .AsNoTracking()
            .ToListAsync(stop);
        var fits = await fit.Run(cohort, me, role, [.. wishes.Select(x => x.p.Id)], stop);
        return wishes.ConvertAll(x => new Wished(x.p.Id, x.p.DisplayName, x.w.Rank, fits.GetValueOrDefault(x.p.Id, Fit.Unknown)));
    }

    /// <summary>The names of everyone I wished for, in any cohort and part.</summary>
    public async Task<IReadOnlyList<string>> Mine(PersonId me, CancellationToken stop)
    {
        var people = db.People;
        var wishes = await db
            .Wishes.Where(w => w.From == me)
            .Join(people, w => w.To, p => p.Id, (w, p) => new { w.Rank, p })
            .AsNoTracking()
            .ToListAsync(stop);
        return [.. wishes.OrderBy(x => x.Rank).Select(x => x.p.DisplayName)];
    }
}

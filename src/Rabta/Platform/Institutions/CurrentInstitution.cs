using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;

namespace Rabta.Platform.Institutions;

/// <summary>Finds the institution of a request by its host name, else the only one there is.</summary>
public sealed class CurrentInstitution(RabtaDb db)
{
    /// <summary>Null where the server has no institution yet, or has several and none of them has this host name.</summary>
    public Institution? Found { get; private set; }

    public async Task<Institution?> Find(string? host, CancellationToken stop)
    {
        var name = host?.ToLowerInvariant();
        Found = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(i => i.Host == name && i.Host != null, stop);
        if (Found is null)
        {
            var two = await db.Institutions.AsNoTracking().OrderBy(i => i.Id).Take(2).ToListAsync(stop);
            Found = two is [var only] ? only : null;
        }
        db.Institution = Found?.Id;
        return Found;
    }

    public void Use(Institution institution)
    {
        Found = institution;
        db.Institution = institution.Id;
    }
}

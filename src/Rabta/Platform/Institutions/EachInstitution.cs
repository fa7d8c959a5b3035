using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;

namespace Rabta.Platform.Institutions;

/// <summary>Work that a server does for each of its institutions, one after the other, each in a scope of its own.</summary>
public sealed class EachInstitution(IServiceScopeFactory scopes)
{
    public async Task Run(Func<IServiceProvider, Task> work, CancellationToken stop)
    {
        List<Institution> institutions;
        await using (var all = scopes.CreateAsyncScope())
            institutions = await all
                .ServiceProvider.GetRequiredService<RabtaDb>()
                .Institutions.AsNoTracking()
                .OrderBy(i => i.Id)
                .ToListAsync(stop);
        foreach (var institution in institutions)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentInstitution>().Use(institution);
            await work(scope.ServiceProvider);
        }
    }
}

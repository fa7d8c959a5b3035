using Microsoft.Extensions.DependencyInjection;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Bench;

/// <summary>An institution of its own on a server, and work done for it.</summary>
internal sealed class Campus(IServiceProvider services, string name)
{
    private readonly Institution _institution = new(Several.Plain(name), null, "Asia/Karachi");

    public InstitutionId Id => _institution.Id;

    public async Task Found()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RabtaDb>();
        db.MayWriteAnyway = true;
        db.Add(_institution);
        await db.SaveChangesAsync();
    }

    /// <summary>With a scope of its own, as one request would.</summary>
    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentInstitution>().Use(_institution);
        scope.ServiceProvider.GetRequiredService<RabtaDb>().MayWriteAnyway = true;
        return await act(scope.ServiceProvider);
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Database;

/// <summary>Creates the database or brings it up to this version.</summary>
public static class Migrating
{
    public static async Task Migrate(this IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<RabtaSettings>();
        if (!settings.IsPostgres) Directory.CreateDirectory(settings.Data);
        await scope.ServiceProvider.GetRequiredService<RabtaDb>().Database.MigrateAsync(stop);
    }
}

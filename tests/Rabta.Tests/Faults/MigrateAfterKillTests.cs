using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Platform.Database;
using Rabta.Platform.Settings;

namespace Rabta.Tests.Faults;

public sealed class MigrateAfterKillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-migrate-").FullName;

    /// <summary>The row is what a process that was killed between EF's lock and its release leaves in the file.</summary>
    [Fact]
    public async Task A_lock_left_by_a_killed_process_stops_nobody()
    {
        await using var services = Composition.Services(new RabtaSettings { Data = _folder });
        await services.Migrate(default);
        await using (var scope = services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<RabtaDb>().Database;
            Assert.Equal(1, await database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-09-07 09:00:00+00:00')"));
            // The newest migration is not noted, as if it had not come to pass; it finds its tables there and says so, but does not wait.
            Assert.NotEqual(0, await database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\""));
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var fault = await Record.ExceptionAsync(() => services.Migrate(limit.Token));

        Assert.Contains("already exists", Assert.IsType<Microsoft.Data.Sqlite.SqliteException>(fault).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_at_once_take_turns()
    {
        var several = Enumerable.Range(0, 4).Select(_ => Composition.Services(new RabtaSettings { Data = _folder })).ToList();

        await Task.WhenAll(several.Select(services => services.Migrate(default)));

        foreach (var services in several) await services.DisposeAsync();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

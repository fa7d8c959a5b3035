using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Platform.Database;
using Rabta.Platform.Settings;

namespace Rabta.Tests.Faults;

public sealed class MigrateAfterKillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-migrate-").FullName;

    /// <summary>This table with this row is what the first start leaves in the file when it is killed while it holds EF's lock.</summary>
    [Fact]
    public async Task A_lock_left_by_a_killed_process_stops_nobody()
    {
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(_folder, "rabta.db")};Pooling=false"))
        {
            await file.OpenAsync();
            await using var left = new SqliteCommand(
                """
                CREATE TABLE "__EFMigrationsLock" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-09-07 09:00:00+00:00');
                """,
                file
            );
            await left.ExecuteNonQueryAsync();
        }
        await using var services = Composition.Services(new RabtaSettings { Data = _folder });
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        await services.Migrate(limit.Token);

        await using var scope = services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<RabtaDb>().Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Several_at_once_take_turns()
    {
        var several = Enumerable.Range(0, 4).Select(_ => Composition.Services(new RabtaSettings { Data = _folder })).ToList();

        await Task.WhenAll(several.Select(services => services.Migrate(default)));

        foreach (var services in several)
            await services.DisposeAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

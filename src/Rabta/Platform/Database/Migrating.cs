using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Database;

/// <summary>Fills a column of rows from before the column, where SQL can't: a key that only our code computes.</summary>
/// <remarks>Every start asks whether something is left: a process that was killed in between is finished by the next.</remarks>
public interface IFillColumns
{
    /// <summary>SQL that gives a row as long as something is left to fill. Every start asks it, so it uses an index.</summary>
    string Left { get; }

    Task Run(CancellationToken stop);
}

/// <summary>Creates the database or brings it up to this version.</summary>
public static class Migrating
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100),
        Longest = TimeSpan.FromMinutes(2);

    public static async Task Migrate(this IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<RabtaSettings>();
        DataFolder.Close(settings.Data);
        // SQLite gives the files beside its database the rights of the database.
        if (!settings.IsPostgres)
            DataFolder.Touch(settings.Path("rabta.db"));
        var database = scope.ServiceProvider.GetRequiredService<RabtaDb>().Database;
        if ((await database.GetPendingMigrationsAsync(stop)).Any())
            await Migrate(database, settings, stop);
        foreach (var fill in scope.ServiceProvider.GetServices<IFillColumns>())
            if (await IsLeft(database, fill, stop))
                await fill.Run(stop);
    }

    // Asked without EF's queries: the first of them would take a quarter of a second of every start.
    private static async Task<bool> IsLeft(DatabaseFacade database, IFillColumns fill, CancellationToken stop)
    {
        await database.OpenConnectionAsync(stop);
        try
        {
            await using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = fill.Left;
            return await command.ExecuteScalarAsync(stop) is not null;
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    private static async Task Migrate(DatabaseFacade database, RabtaSettings settings, CancellationToken stop)
    {
        if (settings.IsPostgres)
        {
            await database.MigrateAsync(stop);
            return;
        }
        await using var turn = await Turn(settings.Path("migrating"), stop);
        // EF's own lock is a row: a process that is killed leaves it behind, and the next one would wait for ever. The system releases our
        // lock with the process.
#pragma warning disable RS0030 // Raw SQL lives here.
        await database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
#pragma warning restore RS0030
        await database.MigrateAsync(stop);
    }

    // An open file that nobody else may open.
    private static async Task<FileStream> Turn(string path, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            try
            {
                return DataFolder.Open(path, FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException) when (waited < Longest)
            {
                await Task.Delay(Step, stop);
            }
        }
    }
}

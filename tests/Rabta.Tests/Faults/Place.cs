using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rabta.Meetings;
using Rabta.People;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Settings;
using Rabta.Programmes;
using Rabta.Programmes.Asking;
using Rabta.Tests.Worlds;
using SQLitePCL;

namespace Rabta.Tests.Faults;

/// <summary>A folder and a database where the program is killed, watched from outside.</summary>
internal sealed class Place : IAsyncDisposable
{
    public required RabtaSettings Settings { get; init; }

    /// <summary>Not even a table.</summary>
    public static async Task<Place> Empty(Engine on) => On(on, on == Engine.Postgres ? await PostgresServer.Running.Another() : null);

    /// <summary>The same rows as another, which nobody is using.</summary>
    public static async Task<Place> Like(World world)
    {
        if (world.Engine == Engine.Postgres)
            return On(world.Engine, await PostgresServer.Running.Another(world.Settings.Connection));
        // Without this the newest rows would stand in the log beside it.
        await using (var source = new SqliteConnection($"Data Source={world.Settings.Path("rabta.db")}"))
            SqliteConnection.ClearPool(source);
        var place = On(world.Engine, null);
        File.Copy(world.Settings.Path("rabta.db"), place.Settings.Path("rabta.db"));
        return place;
    }

    private static Place On(Engine on, string? connection) =>
        new()
        {
            Settings = new RabtaSettings
            {
                Data = Directory.CreateTempSubdirectory("rabta-fault-").FullName,
                Database = on == Engine.Postgres ? "postgres" : "sqlite",
                Connection = connection,
                PublicAddress = new Uri("http://rabta.test"),
                Mail = "smtp://127.0.0.1:1",
            },
        };

    /// <summary>
    /// Whether someone is inside a write transaction: on SQLite the write lock is taken, on PostgreSQL a named lock is held.
    /// </summary>
    public async Task<bool> IsWriting()
    {
        if (Settings.IsPostgres)
            return await Aside(
                    "SELECT COUNT(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE "
                        + "d.datname = @name AND l.locktype = 'advisory' AND l.granted"
                ) > 0;
        if (!File.Exists(Settings.Path("rabta.db")))
            return false;
        await using var connection = (SqliteConnection)Connection();
        await connection.OpenAsync();
        // Straight to the library: the driver would wait a while and ask again.
        if (raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE") != raw.SQLITE_OK)
            return true;
        raw.sqlite3_exec(connection.Handle, "ROLLBACK");
        return false;
    }

    /// <summary>Waits until the database has finished what a frozen process gave it, or rid itself of one that is dead.</summary>
    /// <remarks>One that writes to a frozen reader, or waits for the rest of what it was sending, has nothing else to do.</remarks>
    public Task Settled(bool isDead) =>
        !Settings.IsPostgres
            ? Task.CompletedTask
            : Wait.Until(
                "the database is at rest",
                async () =>
                    await Aside(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = @name AND application_name <> 'watching' AND (@dead OR "
                            + "(state = 'active' AND COALESCE(wait_event, '') NOT IN ('ClientRead', 'ClientWrite')))",
                        isDead
                    ) == 0
            );

    private async Task<long> Aside(string sql, bool isDead = false)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Running.Aside);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("name", new NpgsqlConnectionStringBuilder(Settings.Connection).Database!);
        command.Parameters.AddWithValue("dead", isDead);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string Watching => Settings.Connection + ";Application Name=watching";

    private DbConnection Connection() =>
        Settings.IsPostgres
            ? new NpgsqlConnection(Watching)
            : new SqliteConnection($"Data Source={Settings.Path("rabta.db")};Mode=ReadWrite;Pooling=false");

    /// <summary>One value; nothing where the table is not there yet.</summary>
    public async Task<string?> Value(string sql)
    {
        if (!Settings.IsPostgres && !File.Exists(Settings.Path("rabta.db")))
            return null;
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }
        catch (SqliteException none) when (none.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return null;
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return null;
        }
    }

    public async Task<int> Count(string rows) =>
        int.Parse(await Value($"SELECT COUNT(*) FROM {rows}") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>How many rows stand in each of these tables.</summary>
    public async Task<Dictionary<string, int>> Counts(IEnumerable<string> tables)
    {
        var counts = new Dictionary<string, int>();
        foreach (var table in tables)
            counts[table] = await Count(table);
        return counts;
    }

    /// <summary>The file, and every copy of it that was put aside.</summary>
    public async Task AssertSound()
    {
        if (Settings.IsPostgres || !File.Exists(Settings.Path("rabta.db")))
            return;
        Assert.Equal("ok", await Value("PRAGMA integrity_check"));
        Assert.Equal("", await Value("PRAGMA foreign_key_check") ?? "");
        var aside = Settings.Path("aside");
        foreach (var copy in Directory.Exists(aside) ? Directory.GetFiles(aside, "*.db") : [])
        {
            await using var connection = new SqliteConnection($"Data Source={copy};Mode=ReadWrite;Pooling=false");
            await connection.OpenAsync();
            await using var people = new SqliteCommand("SELECT COUNT(*) FROM people", connection);
            Assert.NotEqual(0L, await people.ExecuteScalarAsync());
        }
    }

    public Task<(int Code, string Out)> Run(ICommand command, params string[] args) => Run(Settings, command, args);

    /// <summary>Runs a command in this process, which is warm.</summary>
    public static async Task<(int Code, string Out)> Run(RabtaSettings settings, ICommand command, params string[] args)
    {
        await using var output = new StringWriter();
        await using var aside = new StringWriter();
        var code = await new Commands([command], output, aside, new TestComposition(settings)).Run(args, default);
        return (code, output.ToString());
    }

    private sealed class TestComposition(RabtaSettings settings) : ICompose
    {
        public Rabta.Platform.Language.Languages Languages => Composition.Languages;

        public RabtaSettings? Settings(CommandContext context) => settings;

        public Microsoft.Extensions.DependencyInjection.ServiceProvider Services(RabtaSettings its) => Composition.Services(its);

        public Microsoft.AspNetCore.Builder.WebApplication Server(RabtaSettings its, string? urls) => Composition.Server(its, urls);
    }

    public async ValueTask DisposeAsync()
    {
        if (Settings.IsPostgres)
            PostgresServer.Running.Drop(Watching);
        else
            await using (var pool = new SqliteConnection($"Data Source={Settings.Path("rabta.db")}"))
                SqliteConnection.ClearPool(pool);
        Directory.Delete(Settings.Data, recursive: true);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Rabta.Tests.Worlds;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Rabta.Tests.Worlds;

/// <summary>
/// A PostgreSQL of the machine's own programs, on a free port, gone with the tests. It refuses to run as root, so root lends it the user
/// postgres.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private string _folder = "";
    private int _port;
    private Task<string>? _next;
    private readonly ConcurrentBag<Task> _leaving = [];

    public static PostgresServer Running { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Running = this;
        return ValueTask.CompletedTask;
    }

    /// <summary>A fresh database, migrated; the server starts with the first one asked for.</summary>
    public async Task<string> NewDatabase(Func<string, Task> migrate)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (_folder == "")
                await Start();
            if (_next is null)
            {
                await Run("CREATE DATABASE rabta_template");
                await migrate(Connection("rabta_template") + ";Pooling=false");
                _next = CopyOfTemplate();
            }
            // While the test runs, the next one's is made; replaced first, so that one that failed fails one test.
            (var ready, _next) = (_next, CopyOfTemplate());
            return Connection(await ready) + Brief;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<string> CopyOfTemplate()
    {
        var name = $"t{Guid.NewGuid():N}";
        await Copy("rabta_template", name);
        return name;
    }

    /// <summary>A database without a single table, or like another one; whoever is still connected to that is sent away.</summary>
    public async Task<string> Another(string? likeConnection = null)
    {
        var name = $"t{Guid.NewGuid():N}";
        await OneAtATime.WaitAsync();
        try
        {
            if (_folder == "")
                await Start();
            if (likeConnection is not null)
                await Run($"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{NameIn(likeConnection)}'");
            await (likeConnection is null ? Run($"CREATE DATABASE {name}") : Copy(NameIn(likeConnection), name));
        }
        finally
        {
            OneAtATime.Release();
        }
        return Connection(name) + Brief;
    }

    /// <summary>Nobody waits for it: the server sends the connected away and looks again a tenth of a second later.</summary>
    public void Drop(string connection)
    {
        using (var pool = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pool);
        _leaving.Add(Run($"DROP DATABASE {NameIn(connection)} WITH (FORCE)"));
    }

    /// <summary>A connection to the server that leaves the other databases alone, for those who watch them.</summary>
    public string Aside => Connection("postgres");

    private static string NameIn(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    // A world is over in a second: what it leaves idle must not use up the server while the next ones run.
    private const string Brief = ";Maximum Pool Size=30;Connection Idle Lifetime=4;Connection Pruning Interval=2";

    private string Connection(string database) => $"Host=127.0.0.1;Port={_port};Username=rabta;Database={database}";

    // By its files, where the server is asked how (since 15): through its log it takes twice as long.
    private Task Copy(string template, string name) => Run($"CREATE DATABASE {name} TEMPLATE {template}", since15: " STRATEGY file_copy");

    private async Task Run(string sql, string since15 = "")
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql + (connection.PostgreSqlVersion.Major >= 15 ? since15 : ""), connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("rabta-pg-").FullName;
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        var data = Path.Combine(_folder, "data");
        await Exec(Program("initdb"), $"-N -A trust -U rabta --locale=C.UTF-8 -E UTF8 -D {data}");
        _port = FreePort();
        await File.AppendAllTextAsync(
            Path.Combine(data, "postgresql.conf"),
            $"\nport={_port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\nfsync=off\nsynchronous_commit=off\n"
                + "full_page_writes=off\nwal_level=minimal\nmax_wal_senders=0\nautovacuum=off\nmax_connections=300\n"
        );
        await Exec(Program("pg_ctl"), $"-w -D {data} -l {Path.Combine(_folder, "log")} start");
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder == "")
            return;
        try
        {
            await Task.WhenAll([.. _leaving, _next ?? Task.CompletedTask]);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await Exec(Program("pg_ctl"), $"-w -m immediate -D {Path.Combine(_folder, "data")} stop");
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Program(string name)
    {
        var folders = new[] { Environment.GetEnvironmentVariable("PG_BIN") }
            .Concat(
                Directory.Exists("/usr/lib/postgresql")
                    ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin"))
                    : []
            )
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.OfType<string>().Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"PostgreSQL's {name} was not found. Install the Debian package postgresql, or set PG_BIN to the folder of its programs."
            );
    }

    private static async Task Exec(string program, string arguments)
    {
        var asRoot = Environment.UserName == "root";
        // No redirection: the server it starts would keep the pipe open.
        using var process = Process.Start(
            asRoot
                ? new ProcessStartInfo("runuser", $"-u postgres -- sh -c \"{program} {arguments} >/dev/null 2>&1\"")
                : new ProcessStartInfo("sh", $"-c \"{program} {arguments} >/dev/null 2>&1\"")
        )!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}.");
    }

    /// <summary>
    /// A port nobody listens on, for a server about to start. Below those that the system gives away by itself, so that no connection takes
    /// it meanwhile.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
            }
            catch (SocketException)
            {
                continue;
            }
            return port;
        }
    }
}

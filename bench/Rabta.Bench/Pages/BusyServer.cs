using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Settings;
using Rabta.Tests.Worlds;

namespace Rabta.Bench.Pages;

/// <summary>
/// A server as it is served, on loopback, with a database of this size. Only its clock stands still, and nobody is written to.
/// </summary>
internal sealed class BusyServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-bench-").FullName;
    private readonly CountStatements _statements = new();
    private WebApplication _app = null!;

    public BigCollege College { get; private set; } = null!;

    public static async Task<BusyServer> Start(Engine engine, int pairs)
    {
        var server = new BusyServer();
        var settings = new RabtaSettings
        {
            Data = server._folder,
            PublicAddress = new Uri("http://rabta.test"),
            Mail = "smtp://127.0.0.1:1",
        };
        if (engine == Engine.Postgres)
            settings = settings with { Database = "postgres", Connection = await PostgresServer.Running.Another() };
        var clock = new StoppedClock();
        server._app = Composition.Server(
            settings,
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
                builder.Services.Remove(builder.Services.First(s => s.ImplementationType == typeof(EmailWorker)));
                builder.Services.ConfigureDbContext<SqliteRabtaDb>(o => o.AddInterceptors(server._statements));
                builder.Services.ConfigureDbContext<PostgresRabtaDb>(o => o.AddInterceptors(server._statements));
            }
        );
        await server._app.Services.Migrate(default);
        server.College = new BigCollege(server._app.Services, clock.Now);
        await server.College.Build(pairs);
        await server.Settle();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>
    /// PostgreSQL counts its tables by itself (autovacuum, off on this server). SQLite never does, unless asked, and Rabta does not ask.
    /// </summary>
    public Task Settle() =>
        College.Do(async db =>
        {
            if (db is PostgresRabtaDb)
                await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE");
        });

    public async Task<HttpClient> SignIn(PersonId person)
    {
        var (link, secret) = SignInLink.Make(person, LinkFor.Demo, new StoppedClock().Now);
        await College.Do(async db =>
        {
            db.Add(link);
            await db.SaveChangesAsync();
        });
        using var phone = new Phone(_app.Urls.First(), null, "en");
        await phone.Send(await phone.Open($"/in/{secret}"), "enter");
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(_app.Urls.First()),
        };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", phone.Cookies.Select(c => $"{c.Key}={c.Value}")));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return client;
    }

    /// <summary>How many statements one more request asks of the database.</summary>
    public async Task<int> Statements(Func<Task> request)
    {
        var before = _statements.Number;
        await request();
        return _statements.Number - before;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class CountStatements : DbCommandInterceptor
    {
        private int _number;
        public int Number => _number;

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref _number);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref _number);
            return ValueTask.FromResult(result);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.Mail;
using Rabta.Platform.Settings;

namespace Rabta.Tests.Worlds;

/// <summary>A whole Rabta on its own database: use cases through <see cref="Do{T}"/>, pages through <see cref="Visit"/>.</summary>
public sealed class World : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateLock = new(1);
    private static string? _sqliteTemplate;
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-").FullName;
    private WebApplication? _server;

    public Engine Engine { get; private init; }
    public StoppedClock Clock { get; } = new();
    public RememberedEmails Emails { get; } = new();
    public LogLines Log { get; } = new();
    public RabtaSettings Settings { get; private set; } = null!;

    /// <summary>Whose the use cases run for, and whose host name requests carry, where there are several.</summary>
    public Institution Institution { get; set; } = null!;

    private Languages _languages = Composition.Languages;
    private Action<IServiceCollection>? _modules;

    public WebApplication Server => _server ??= Start();

    private WebApplication? _built;
    private WebApplication Built => _built ??= Build();

    /// <param name="languages">Others than those of the product.</param>
    /// <param name="modules">Modules that the product does not have; their migrations run.</param>
    public static async Task<World> On(
        Engine engine,
        Func<RabtaSettings, RabtaSettings>? change = null,
        bool empty = false,
        Languages? languages = null,
        Action<IServiceCollection>? modules = null
    )
    {
        var world = new World
        {
            Engine = engine,
            _languages = languages ?? Composition.Languages,
            _modules = modules,
        };
        world.Settings = new RabtaSettings
        {
            Data = world._folder,
            PublicAddress = new Uri("http://rabta.test"),
            Mail = "smtp://127.0.0.1:1",
            PseudoLanguage = true,
        };
        if (change is not null)
            world.Settings = change(world.Settings);
        world.Settings =
            engine == Engine.Postgres
                ? world.Settings with
                {
                    Database = "postgres",
                    Connection = await PostgresServer.Running.NewDatabase(MigratePostgres),
                }
                : world.Settings;
        if (engine == Engine.Sqlite)
            File.Copy(await SqliteTemplate(), world.Settings.Path("rabta.db"));
        if (modules is not null)
            await world.Built.Services.Migrate(default);
        if (!empty)
            world.Institution = await world.Found("Margalla Medical College", "مارگلہ میڈیکل کالج");
        return world;
    }

    public async Task<Institution> Found(string name, string? urdu = null, string? host = null)
    {
        var institution = new Institution(Both.Of(name, urdu), host, "Asia/Karachi");
        await using var scope = Built.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RabtaDb>();
        db.MayWriteAnyway = true;
        db.Add(institution);
        await db.SaveChangesAsync();
        return institution;
    }

    /// <summary>Runs something with its own scope, as one request would. What it puts into the database passes no use case.</summary>
    public Task<T> Do<T>(Func<IServiceProvider, Task<T>> act) => InScope(act, anyway: true);

    private async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> act, bool anyway)
    {
        await using var scope = Built.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RabtaDb>().MayWriteAnyway = anyway;
        if (Institution is not null)
            scope.ServiceProvider.GetRequiredService<CurrentInstitution>().Use(Institution);
        return await act(scope.ServiceProvider);
    }

    public Task Do(Func<IServiceProvider, Task> act) =>
        Do(async get =>
        {
            await act(get);
            return true;
        });

    /// <summary>Runs a use case: within it every change needs its write and its line in the journal.</summary>
    public Task<T> Use<TCase, T>(Func<TCase, Task<T>> act)
        where TCase : notnull => InScope(get => act(get.GetRequiredService<TCase>()), anyway: false);

    public Task<T> Ask<T>(Func<RabtaDb, Task<T>> question) => Do(get => question(get.GetRequiredService<RabtaDb>()));

    public Task Put(params object[] rows) =>
        Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });

    /// <summary>Lets time pass and the post go round until nothing more is due.</summary>
    public async Task SendMail(Duration after = default)
    {
        Clock.Pass(after);
        while (await Use<SendWaiting, int>(s => s.Run(100, default)) > 0) { }
    }

    /// <summary>Someone with a phone who has not signed in.</summary>
    public Phone Visit(string language = "en") => new(Server.Urls.First(), Institution?.Host, language);

    /// <summary>Someone who is signed in, by a link as everyone.</summary>
    public async Task<Phone> SignIn(Person person, string language = "en")
    {
        var (link, secret) = SignInLink.Make(person.Id, LinkFor.Demo, Clock.Now);
        await Put(link);
        var phone = Visit(language);
        var page = await phone.Open($"/in/{secret}");
        await phone.Send(page, "enter");
        return phone;
    }

    private WebApplication Build() =>
        Composition.Server(
            Settings,
            "http://127.0.0.1:0",
            builder =>
            {
                _modules?.Invoke(builder.Services);
                builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
                builder.Services.Replace(ServiceDescriptor.Singleton<ISendEmail>(Emails));
                builder.Services.Remove(builder.Services.First(s => s.ImplementationType == typeof(EmailWorker)));
                builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Information);
            },
            _languages
        );

    private WebApplication Start()
    {
        Built.StartAsync().GetAwaiter().GetResult();
        return Built;
    }

    private static async Task<string> SqliteTemplate()
    {
        await TemplateLock.WaitAsync();
        try
        {
            if (_sqliteTemplate is not null)
                return _sqliteTemplate;
            // Many short runs of one build, as bin/mutants starts, share what the first of them migrates.
            var shared = Environment.GetEnvironmentVariable("RABTA_TEMPLATE");
            if (File.Exists(shared))
                return _sqliteTemplate = shared;
            var path = Path.Combine(Directory.CreateTempSubdirectory("rabta-template-").FullName, "template.db");
            await using (
                var db = new SqliteRabtaDb(
                    new DbContextOptionsBuilder<SqliteRabtaDb>().UseSqlite($"Data Source={path};Pooling=false").Options
                )
            )
                await db.Database.MigrateAsync();
            if (shared is not null)
            {
                // Whole or not at all: another run may look at this moment.
                File.Copy(path, $"{shared}.{Environment.ProcessId}");
                File.Move($"{shared}.{Environment.ProcessId}", shared, overwrite: true);
            }
            return _sqliteTemplate = path;
        }
        finally
        {
            TemplateLock.Release();
        }
    }

    private static async Task MigratePostgres(string connection)
    {
        await using var db = new PostgresRabtaDb(
            new DbContextOptionsBuilder<PostgresRabtaDb>().UseNpgsql(connection, o => o.UseNodaTime()).Options
        );
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_built is not null)
            await _built.DisposeAsync();
        if (Engine == Engine.Postgres)
            PostgresServer.Running.Drop(Settings.Connection!);
        else
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Everything that was logged, for those who look for what must not be there.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}

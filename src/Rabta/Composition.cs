using Microsoft.Extensions.Logging.Console;
using Rabta.Care;
using Rabta.Goals;
using Rabta.Home;
using Rabta.Importing;
using Rabta.Matches;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.Settings;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta;

/// <summary>Puts the modules together, in their order. The web server, the commands and the tests all come through here.</summary>
public static class Composition
{
    /// <summary>The languages of the product, one line each. CONTRIBUTING.md says what stands beside a line.</summary>
    public static readonly Languages Languages = new(
        new Language("en", "English", PluralRule.OneAndOther),
        new Language("ur", "اردو", PluralRule.OneAndOther)
    );

    /// <summary>Where an institution is that names no time zone: our first college is in Rawalpindi.</summary>
    public static readonly DefaultZone Zone = new("Asia/Karachi");

    public static void AddRabta(this IServiceCollection services, RabtaSettings settings, Languages? languages = null)
    {
        services.AddPlatform(settings, languages ?? Languages);
        services.AddSingleton(Zone);
        services.AddPeople(settings);
        services.AddNotifications(settings);
        services.AddProgrammes();
        services.AddMentorships();
        services.AddPreferences();
        services.AddMatches();
        services.AddMeetings();
        services.AddGoals();
        services.AddCare();
        services.AddImporting();
        services.AddHome();
    }

    /// <summary>The web server, not yet started.</summary>
    /// <param name="urls">Where to listen; null leaves it to the environment.</param>
    /// <param name="change">For tests: a clock that stands still, a mailer that remembers.</param>
    /// <param name="languages">Others than those of the product.</param>
    public static WebApplication Server(
        RabtaSettings settings,
        string? urls = null,
        Action<WebApplicationBuilder>? change = null,
        Languages? languages = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Rabta",
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        if (urls is not null)
            builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder
            .Logging.ClearProviders()
            .AddJsonConsole()
            .SetMinimumLevel(LogLevel.Warning)
            // The demo speaks to a person, not to a log.
            .AddFilter("Microsoft.Hosting.Lifetime", settings.Demo ? LogLevel.Error : LogLevel.Information)
            // The keys lie in the database, which the operator of the server protects as a whole.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // EF asks a new PostgreSQL database for its history before there is one. The caller reports what really fails.
            .AddFilter<ConsoleLoggerProvider>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.Error);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddRabta(settings, languages);
        builder.Services.AddPages(settings);
        change?.Invoke(builder);
        var app = builder.Build();
        app.UsePlatform();
        app.MapPlatform(settings);
        app.MapMeetings();
        app.MapImporting();
        return app;
    }

    /// <summary>The modules without a web server, for commands. They log nothing: what a command has to say is its output.</summary>
    public static ServiceProvider Services(RabtaSettings settings)
    {
        var services = new ServiceCollection();
        // No log: what a command answers may be read by another program, and what fails reaches it as an exception.
        services.AddLogging();
        services.AddRabta(settings);
        services.AddHttpContextAccessor();
        return services.BuildServiceProvider();
    }
}

/// <summary>What commands are given to work in.</summary>
public sealed class Compose : ICompose
{
    public Languages Languages => Composition.Languages;

    /// <summary>Settings from <c>rabta.json</c>, the environment and the command line; what is wrong is said, and null answered.</summary>
    public RabtaSettings? Settings(CommandContext context)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("rabta.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        var (settings, problems) = RabtaSettings.Read(configuration);
        var texts = new Localizer<PlatformTexts>(Languages);
        foreach (var problem in problems)
            context.Error.WriteLine(texts[problem.Key, problem.Values]);
        if (problems.Count > 0)
            return null;
        return context.One("--data") is { } data ? settings with { Data = data } : settings;
    }

    public ServiceProvider Services(RabtaSettings settings) => Composition.Services(settings);

    public WebApplication Server(RabtaSettings settings, string? urls) => Composition.Server(settings, urls);
}

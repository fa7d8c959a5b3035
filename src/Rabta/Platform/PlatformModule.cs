using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Design;
using Rabta.Platform.Institutions;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Once;
using Rabta.Platform.Settings;
using Rabta.Platform.Time;
using Rabta.Platform.Web;

namespace Rabta.Platform;

public static class PlatformModule
{
    public static void AddPlatform(this IServiceCollection services, RabtaSettings settings, Languages languages)
    {
        services.AddSingleton(languages);
        services.AddSingleton(settings);
        services.AddSingleton<IClock, MicrosecondClock>();
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(Localizer<>));
        services.AddSingleton<Dates>();
        services.AddDatabase(settings);
        services.AddScoped<CurrentInstitution>();
        services.AddSingleton<EachInstitution>();
        services.AddScoped<Viewer>();
        services.AddScoped<Zone>();
        services.AddScoped<ThisWrite>();
        services.AddScoped<IHousekeep, ForgetForms>();
        services.AddHostedService<Housekeeping>();
        services.AddScoped<JournalOf>();
        services.AddScoped<PutAside>();
        services.AddScoped<Events.Events>();
        services.AddScoped<IconsUsed>();
        services.AddScoped<OneAtATime>();
    }

    public static void AddPages(this IServiceCollection services, RabtaSettings settings)
    {
        services.AddRazorComponents();
        // Without it a letter that is not Latin leaves as &#x645;…, three times the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.SecureCookies ? "__Host-rabta-form" : "rabta-form";
            o.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.Path = "/";
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<Brotli>();
            o.Providers.Add<GzipCompressionProvider>();
        });
    }

    private static void AddDatabase(this IServiceCollection services, RabtaSettings settings)
    {
        if (settings.IsPostgres)
            services.AddDbContext<RabtaDb, PostgresRabtaDb>(
                (get, o) =>
                    o.UseNpgsql(settings.Connection, pg => pg.UseNodaTime())
                        .AddInterceptors(new SaveGuard(), new CommandGuard())
                        .UseModulesElsewhere(get)
            );
        else
            services.AddDbContext<RabtaDb, SqliteRabtaDb>(
                (get, o) =>
                    o.UseSqlite($"Data Source={settings.Path("rabta.db")}")
                        .AddInterceptors(new SqlitePragmas(), new SaveGuard(), new CommandGuard())
                        // A rebuilt table needs its foreign keys off, outside of the transaction. The copy put aside is the way back.
                        .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
                        .UseModulesElsewhere(get)
            );
        services.AddDataProtection().SetApplicationName("Rabta").PersistKeysToDbContext<RabtaDb>();
    }

    /// <summary>Everything a request passes, in order.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        // Behind a proxy that ends TLS on this machine: the caller's place is the proxy's word, and the outside is https.
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        if (app.Services.GetRequiredService<RabtaSettings>().SecureCookies)
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = "https";
                    return next(context);
                }
            );
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<ChooseLanguage>();
        app.UseFriendlyErrors();
        app.UseMiddleware<FindInstitution>();
        app.UseRouting();
        app.UseMiddleware<SameSiteOnly>();
        app.UseMiddleware<UploadLimit>();
        app.UseAuthentication();
        app.UseMiddleware<RecogniseViewer>();
        app.UseMiddleware<Gate>();
        app.UseAntiforgery();
        app.UseMiddleware<OncePerForm>();
    }

    public static void MapPlatform(this WebApplication app, RabtaSettings settings)
    {
        app.MapHealth();
        app.MapLanguage(settings);
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
    }
}

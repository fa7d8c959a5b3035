using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Web;

public static class PlainEndpoints
{
    /// <summary>Chooses the language on this device. A link, not a form: it only sets a cookie, and works on any page.</summary>
    public static void MapLanguage(this WebApplication app, RabtaSettings settings) =>
        app.MapGet(
                "/language/{tag}",
                (HttpContext context, Languages languages, string tag, string? to) =>
                {
                    if (languages.Culture(tag, settings.PseudoLanguage) is { } language)
                        context.Response.Cookies.Append(
                            Languages.Cookie,
                            language.Name,
                            new CookieOptions
                            {
                                MaxAge = TimeSpan.FromDays(365),
                                SameSite = SameSiteMode.Lax,
                                HttpOnly = true,
                                Secure = context.Request.IsHttps,
                                IsEssential = true,
                            }
                        );
                    return Results.LocalRedirect(SafePath.Of(to));
                }
            )
            .WithMetadata(new NeedsAttribute(Need.Nothing));

    /// <summary>Live: the process answers. Ready: and so does its database.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).WithMetadata(new NeedsAttribute(Need.Nothing));
        app.MapGet(
                "/health/ready",
                async (Database.RabtaDb db, CancellationToken stop) =>
                    await db.Database.CanConnectAsync(stop)
                        ? Results.Text("ok")
                        : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            )
            .WithMetadata(new NeedsAttribute(Need.Nothing));
    }
}

/// <summary>Checks the address to go to afterwards: it must be a page of ours.</summary>
public static class SafePath
{
    public static string Of(string? to) =>
        to is ['/', ..] and not (['/', '/', ..] or ['/', '\\', ..]) && !to.Any(char.IsControl) && !to.Contains('\\') ? to : "/";
}

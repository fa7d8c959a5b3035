using System.Globalization;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Web;

/// <summary>Finds the institution that a request is for, before anything is decided about it.</summary>
public sealed class FindInstitution(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentInstitution current)
    {
        if (!context.Request.Path.StartsWithSegments("/health"))
            await current.Find(context.Request.Host.Host, context.RequestAborted);
        await next(context);
    }
}

/// <summary>The language: what the person chose on this device, else what the browser asks for, else the first in the list.</summary>
public sealed class ChooseLanguage(RequestDelegate next, Languages languages, RabtaSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var culture =
            languages.Culture(context.Request.Cookies[Languages.Cookie], settings.PseudoLanguage)
            ?? Asked(context)
            ?? languages.First.Culture;
        CultureInfo.CurrentUICulture = culture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        context.Response.Headers.ContentLanguage = culture.Name;
        return next(context);
    }

    private CultureInfo? Asked(HttpContext context) =>
        context
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString())
            .Select(tag => languages.Culture(tag) ?? languages.Culture(tag.Split('-')[0]))
            .FirstOrDefault(l => l is not null);
}

/// <summary>Fills the <see cref="Viewer"/> from the session, through the module that knows people.</summary>
public sealed class RecogniseViewer(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Viewer viewer, IRecognise recognise)
    {
        if (context.User.Identity?.IsAuthenticated == true)
            await recognise.Recognise(viewer, context.User, context.RequestAborted);
        // No device stores a page that one person was shown. Static files are the same for everyone and set their own lifetime.
        if (viewer.IsSignedIn && !Gate.IsFile(context.GetEndpoint()))
            context.Response.Headers.CacheControl = "no-store";
        await next(context);
    }
}

/// <summary>The zone a page shows times in: the person's own, else the institution's.</summary>
public sealed class Zone(Viewer viewer, CurrentInstitution institution)
{
    public DateTimeZone OfReader => Of(viewer.Zone, institution.Found);

    /// <summary>The institution's own, by name.</summary>
    public string? Institutions => institution.Found?.Zone;

    /// <summary>True where the viewer's zone differs from the institution's: then times are shown with the name of the zone.</summary>
    public bool IsElsewhere => OfReader.Id != Of(null, institution.Found).Id;

    public static DateTimeZone Of(string? own, Institution? institution) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(own ?? institution?.Zone ?? "UTC") ?? DateTimeZone.Utc;
}

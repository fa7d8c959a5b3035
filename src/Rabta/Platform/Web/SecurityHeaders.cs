using Rabta.Platform.Settings;

namespace Rabta.Platform.Web;

/// <summary>Adds to every answer the headers that tell the browser what to refuse.</summary>
public sealed class SecurityHeaders(RequestDelegate next, RabtaSettings settings)
{
    // No inline script or style, nothing from elsewhere, nobody frames us, no base. Short: it travels with every page.
    public const string Policy =
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';"
        + "form-action 'self';base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(),microphone=(),geolocation=()";
        if (context.Request.IsHttps && !settings.Demo)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }
}

/// <summary>
/// Refuses a change that another site asks for (Fetch Metadata), before any cookie counts. Old browsers send nothing and have the form
/// token.
/// </summary>
public sealed class SameSiteOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        var changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (!changes || site is "" or "same-origin" or "none")
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

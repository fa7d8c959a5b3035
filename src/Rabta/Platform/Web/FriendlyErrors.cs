using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Rabta.Platform.Web;

/// <summary>
/// The page no longer has the form that was sent: somebody has answered, changed or removed its subject meanwhile. Razor components answer
/// 400 and an empty page; this turns it into 409 and a page that says so and shows what was typed.
/// </summary>
public sealed class FormThatIsGone(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status400BadRequest || response.HasStarted || response.ContentType != "text/plain")
            return;
        response.ContentType = null;
        response.StatusCode = StatusCodes.Status409Conflict;
    }
}

/// <summary>
/// Shows a fault of ours. The page has only a reference number; the log has the number and the fault, and nothing about the person.
/// </summary>
public static class FriendlyErrors
{
    public static string Reference(HttpContext context) => (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier)[..8];

    public static void UseFriendlyErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/not-found", "?code={0}", createScopeForStatusCodePages: true);
        // The explaining page is run as a GET: otherwise the refused form would be refused once more.
        app.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || context.Features.Get<IExceptionHandlerFeature>() is not null
                )
                {
                    context.Request.Method = HttpMethods.Get;
                    // The page only shows what arrived to the person who sent it, so an invalid token must not hide it.
                    context.Features.Set<IAntiforgeryValidationFeature>(null);
                }
                return next(context);
            }
        );
        app.UseMiddleware<FormThatIsGone>();
    }
}

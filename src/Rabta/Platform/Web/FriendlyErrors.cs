using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Rabta.Platform.Web;

/// <summary>
/// The page that was sent no longer has that form: what it was about was answered, changed or taken away meanwhile. Razor components answer
/// that with 400 and an empty page; here it becomes 409, and a page that says so and keeps what was typed.
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
/// A fault of ours: the person gets a page with a number to tell, the log gets the number and the fault, and neither the other's part.
/// </summary>
public static class FriendlyErrors
{
    public static string Reference(HttpContext context) => (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier)[..8];

    public static void UseFriendlyErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/not-found", "?code={0}", createScopeForStatusCodePages: true);
        // The page that explains is opened, not posted to: a refused form must not be refused again.
        app.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || context.Features.Get<IExceptionHandlerFeature>() is not null
                )
                {
                    context.Request.Method = HttpMethods.Get;
                    // It does nothing with what arrived but show it to whoever sent it: a token that does not hold is no reason to lose it.
                    context.Features.Set<IAntiforgeryValidationFeature>(null);
                }
                return next(context);
            }
        );
        app.UseMiddleware<FormThatIsGone>();
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Rabta.Platform.Web;

/// <summary>A fault of ours: the person gets a page with a number to tell, the log gets the number and the fault, and neither the other's part.</summary>
public static class FriendlyErrors
{
    public static string Reference(HttpContext context) => (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier)[..8];

    public static void UseFriendlyErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/not-found", "?code={0}", createScopeForStatusCodePages: true);
        // The page that explains is opened, not posted to: a refused form must not be refused again.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
                context.Request.Method = HttpMethods.Get;
            return next(context);
        });
    }
}

using Microsoft.AspNetCore.Components.Endpoints;
using Rabta.Platform.Access;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Web;

/// <summary>Decides for every endpoint who may open it (ADR 15). What a person may not know of answers 404, never 403.</summary>
public sealed class Gate(RequestDelegate next, RabtaSettings settings)
{
    public Task InvokeAsync(HttpContext context, Viewer viewer)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || IsFile(endpoint))
            return next(context);
        var need = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Need;
        var closed = endpoint.Metadata.GetMetadata<OnlyAtHomeAttribute>() is not null && !settings.AtHome && !settings.Demo;
        if (need is { } asked && !closed && viewer.May(asked))
            return next(context);
        if (need is not null && !closed && !viewer.IsSignedIn)
        {
            // A form that is sent after the session ended: the page that says so shows what was typed (KeptText).
            if (HttpMethods.IsPost(context.Request.Method))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                context.Response.Redirect(
                    $"{Addresses.SignIn}?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}"
                );
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Static files come without a rule of ours: style, icons, fonts are for everyone.</summary>
    public static bool IsFile(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null;
}

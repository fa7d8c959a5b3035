using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Platform.Once;

/// <summary>What the page being answered knows of its own write.</summary>
public sealed class ThisWrite(RabtaDb db)
{
    /// <summary>The write id came with other content than before: show what was typed, and do nothing.</summary>
    public bool HasOtherContent { get; set; }

    /// <summary>The address to go to when the form is answered. It is set before, so that a repeated form leads there too.</summary>
    public string? Then
    {
        get => db.Stamp?.Answer;
        set
        {
            if (db.Stamp is { } stamp && value is not null)
                stamp.Answer = value;
        }
    }

    /// <summary>The form's own id. A new row may take it, so that its address is known beforehand.</summary>
    public Guid? Id => db.Stamp?.Id.Value;
}

/// <summary>
/// Every form that changes something is answered once. The same again gets the same answer; the change is not made twice.
/// </summary>
public sealed class OncePerForm(RequestDelegate next)
{
    public const string Field = "_write";
    private static readonly string[] NotContent = [Field, "__RequestVerificationToken"];

    public async Task InvokeAsync(HttpContext context, RabtaDb db, Viewer viewer, ThisWrite write, IClock clock)
    {
        var answersForItself = context.GetEndpoint()?.Metadata.GetMetadata<AnswersForItselfAttribute>() is not null;
        if (HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            // Somebody pressed "sign in" twice: the second form still has the token from before. Opening the page again says what is the
            // case.
            if (answersForItself && viewer.IsSignedIn)
                context.Response.Redirect(context.Request.Path + context.Request.QueryString);
            else
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (!HttpMethods.IsPost(context.Request.Method) || answersForItself || !context.Request.HasFormContentType || !viewer.IsSignedIn)
        {
            await next(context);
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Guid.TryParse(form[Field], out var id) || id.Version != 7)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var stamp = new WriteStamp(
            new WriteId(id),
            viewer.Id,
            context.Request.Path,
            await Fingerprint(context.Request, form),
            context.Request.Path + context.Request.QueryString,
            clock.GetCurrentInstant()
        );
        var earlier = await Earlier(db, stamp, context.RequestAborted);
        if (earlier is not null && earlier.Content == stamp.Content)
        {
            Answer(context, earlier, stamp);
            return;
        }
        write.HasOtherContent = earlier is not null;
        db.Stamp = earlier is null ? stamp : null;
        try
        {
            await next(context);
        }
        catch (AlreadyWritten twice) when (!context.Response.HasStarted)
        {
            Answer(context, twice.Earlier, stamp);
        }
        catch (DbUpdateException) when (!context.Response.HasStarted && stamp.Noted)
        {
            // Another request with the same form was committed between our look and our commit. Only then is its answer ours too.
            db.ChangeTracker.Clear();
            if (await Earlier(db, stamp, context.RequestAborted) is not { } twin)
                throw;
            Answer(context, twin, stamp);
        }
    }

    private static Task<WrittenForm?> Earlier(RabtaDb db, WriteStamp stamp, CancellationToken stop) =>
        db.Set<WrittenForm>()
            .AsNoTracking()
            .FirstOrDefaultAsync(w => w.Id == stamp.Id && w.By == stamp.By && w.Endpoint == stamp.Endpoint, stop);

    // If the other request had different content, the browser sends the form again and the page shows what was typed.
    private static void Answer(HttpContext context, WrittenForm earlier, WriteStamp stamp)
    {
        var same = earlier.Content == stamp.Content;
        context.Response.Clear();
        context.Response.StatusCode = same ? StatusCodes.Status302Found : StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = same ? earlier.Answer : context.Request.Path + context.Request.QueryString;
    }

    private static async Task<string> Fingerprint(HttpRequest request, IFormCollection form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length}:{text}"));
        Add(request.QueryString.Value ?? "");
        foreach (var (name, values) in form.Where(f => !NotContent.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            Add(name);
            foreach (var value in values)
                Add(value ?? "");
        }
        var buffer = new byte[64 * 1024];
        foreach (var file in form.Files)
        {
            Add(file.Name);
            Add(file.FileName);
            await using var stream = file.OpenReadStream();
            for (int read; (read = await stream.ReadAsync(buffer)) > 0; )
                hash.AppendData(buffer, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

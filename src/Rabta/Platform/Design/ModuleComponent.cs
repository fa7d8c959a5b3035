using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Rabta.Platform.Access;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.Once;

namespace Rabta.Platform.Design;

/// <summary>What every page and component of a module has at hand: its texts, who looks, where to go.</summary>
public abstract class ModuleComponent<TTexts> : ComponentBase
{
    [Inject]
    public IStringLocalizer<TTexts> T { get; set; } = null!;

    [Inject]
    public Viewer Viewer { get; set; } = null!;

    [Inject]
    public CurrentInstitution Institution { get; set; } = null!;

    [Inject]
    public NavigationManager Nav { get; set; } = null!;

    [Inject]
    public ThisWrite Write { get; set; } = null!;

    [Inject]
    public OneAtATime Fetching { get; set; } = null!;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    protected CancellationToken Stop => Http.RequestAborted;
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Which page of a list is asked for: the first where none is, or a number that is none.</summary>
    protected static int Nth(int? asked) => Math.Clamp(asked ?? 1, 1, 100_000);

    /// <summary>Whether this request answers the form of this name.</summary>
    protected bool Answers(string form) => IsPost && Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form;

    /// <summary>What was typed into a field of the form that this request answers; null where it answers another form, or none.</summary>
    protected string? Typed(string form, string field) => Answers(form) ? Http.Request.Form[field].ToString() : null;

    /// <summary>Why the last act was refused; the form that asked shows it.</summary>
    protected Refusal? Refused { get; set; }

    /// <summary>Fetches what the page shows. Nothing is rendered before it ends.</summary>
    /// <remarks>
    /// In its place OnInitializedAsync would render at its first unfinished await, with half the fields set. Should that
    /// rendering fail, the request ends while the query still runs, and its connection goes back to the pool in use.
    /// </remarks>
    protected virtual Task Load() => Task.CompletedTask;

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await Fetching.Take(Load, Stop);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>A sentence whose named parts keep their own direction.</summary>
    protected RenderFragment Say(string key, params object[] values) => Sentence.Of(T[key], values);

    protected RenderFragment Say(Words words) => Say(words.KeyIn(T), words.Values);

    /// <summary>A sentence of another module.</summary>
    protected RenderFragment Say(Type texts, Words words)
    {
        var theirs = Http.RequestServices.TextsOf(texts);
        return Sentence.Of(theirs[words.KeyIn(theirs)], words.Values);
    }

    protected RenderFragment Plural(string key, int count, params object[] more) => Say(T.Form(key, count), [count, .. more]);

    /// <summary>Done: on to the answer. Refused: stay, with what was typed.</summary>
    protected void Then(Refusal? refusal, string to)
    {
        Refused = refusal;
        if (refusal is not null)
            return;
        Fetching.Leave();
        Nav.NavigateTo(to);
    }
}

/// <summary>
/// The parts of a page fetch one after the other: they share the request's one database context, which can't be asked two things at once.
/// </summary>
public sealed class OneAtATime : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private bool _left;

    public async Task Take(Func<Task> load, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            // The page is being left, so nobody will see this part: stop waiting.
            if (_left)
                throw new OperationCanceledException();
            await load();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The answer is another page, so the parts of this one that still wait are not fetched.</summary>
    public void Leave() => _left = true;

    public void Dispose() => _turn.Dispose();
}

/// <summary>Puts values into a sentence. Isolated, so that a Latin name or a number does not turn a right-to-left sentence round.</summary>
public static class Sentence
{
    public static RenderFragment Of(string template, params object[] values) =>
        builder =>
        {
            var rest = template.AsSpan();
            while (
                rest.IndexOf('{') is var open and >= 0
                && rest[open..].IndexOf('}') is var close and > 0
                && int.TryParse(rest.Slice(open + 1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            )
            {
                builder.AddContent(0, rest[..open].ToString());
                var text = Convert.ToString(Digits.Localized(values[index]), CultureInfo.InvariantCulture) ?? "";
                if (NeedsIsolation(text))
                {
                    builder.OpenElement(1, "bdi");
                    builder.AddContent(2, text);
                    builder.CloseElement();
                }
                else
                    builder.AddContent(3, text);
                rest = rest[(open + close + 1)..];
            }
            builder.AddContent(4, rest.ToString());
        };

    // Bytes matter: in a left-to-right page only text that could turn it round is wrapped.
    private static bool NeedsIsolation(string text) => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft || Script.IsRightToLeft(text);
}

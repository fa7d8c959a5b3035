using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Rabta.People;

namespace Rabta.Tests.Worlds;

/// <summary>What a phone got: the status, the address it ended at, and the page.</summary>
public sealed record Seen(HttpStatusCode Status, string Path, string Html, IHtmlDocument Page, HttpResponseMessage Response)
{
    public string Title => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>As a browser shows it: white space is one blank.</summary>
    public string Text => string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    public IEnumerable<string> Wrong => Page.QuerySelectorAll(".wrong").Select(w => w.TextContent.Trim());
}

/// <summary>A browser without script: cookies, links, forms.</summary>
public sealed class Phone : IDisposable
{
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient _client;
    private readonly string? _host;

    public Phone(string address, string? host, string language)
    {
        _host = host;
        // By hand, as a cookie of another host name must come along on a loopback address.
        Cookies["rabta-language"] = language;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
            }
        )
        {
            BaseAddress = new Uri(address),
            DefaultRequestVersion = HttpVersion.Version11,
        };
    }

    public Dictionary<string, string> Cookies { get; } = [];

    public async Task<Seen> Open(string path, bool follow = true) => await Read(await Call(HttpMethod.Get, path, null), path, follow);

    /// <summary>Fills the form of this name and sends it. Fields not named keep what the page gave them.</summary>
    public Task<Seen> Send(Seen page, string form, params (string Name, string Value)[] typed) =>
        Post(FormOf(page, form).GetAttribute("action") ?? page.Path, Filled(page, form, typed));

    public async Task<Seen> Post(string path, HttpContent content, bool follow = true, params (string Name, string Value)[] headers) =>
        await Read(await Call(HttpMethod.Post, path, content, headers), path, follow);

    /// <summary>What the browser would send, ready to be sent twice.</summary>
    public static FormUrlEncodedContent Filled(Seen page, string form, params (string Name, string Value)[] typed)
    {
        return new FormUrlEncodedContent(Fields(FormOf(page, form), typed));
    }

    private static IHtmlFormElement FormOf(Seen page, string form) =>
        page.Page.Forms.FirstOrDefault(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
        ?? throw new InvalidOperationException($"{page.Path} has no form '{form}'. It says: {page.Title} {page.Status}");

    public static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input,select,textarea").Where(e => e.GetAttribute("name") is not null))
            if (typed.All(t => t.Name != element.GetAttribute("name")) && ValueOf(element) is { } value)
                fields.Add(new(element.GetAttribute("name")!, value));
        // Enter presses the first button that has a name.
        if (form.QuerySelector("button[name]") is { } button && typed.All(t => t.Name != button.GetAttribute("name")))
            fields.Add(new(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""));
        fields.AddRange(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        return fields;
    }

    private static string? ValueOf(IElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.GetAttribute("value") ?? "on" : null,
            IHtmlInputElement { Type: "file" } => null,
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value,
            IHtmlTextAreaElement area => area.Value,
            _ => null,
        };

    private async Task<HttpResponseMessage> Call(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (_host is not null)
            request.Headers.Host = _host;
        request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await _client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=', 2)[0], cookie.Split('=', 2)[1].Split(';')[0]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
        return response;
    }

    private async Task<Seen> Read(HttpResponseMessage response, string path, bool follow)
    {
        if (follow && response.StatusCode is (HttpStatusCode.Found or HttpStatusCode.SeeOther) && response.Headers.Location is { } to)
        {
            var next = to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString;
            return await Open(next);
        }
        var html = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, path, html, Parser.ParseDocument(html), response);
    }

    public void Dispose() => _client.Dispose();
}

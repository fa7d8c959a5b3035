using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Rabta.Programmes;
using Rabta.Tests.Matches;

namespace Rabta.Tests.Weight;

/// <summary>A browser that weighs what it gets: brotli over HTTP/2, nothing unpacked before it is counted.</summary>
public sealed partial class Scales : IDisposable
{
    private readonly HttpClient _client;

    public Scales(string address, string language)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Uri(address), new Cookie("rabta-language", language));
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = cookies,
                AutomaticDecompression = DecompressionMethods.None,
                // The certificate was made for this run alone; its name is all that can be checked.
                SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=127.0.0.1" },
            }
        )
        {
            BaseAddress = new Uri(address),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (Linux; Android 10) Chrome/120 Mobile");
    }

    public async Task SignIn(string link)
    {
        var page = (await Get(link)).Html;
        var fields = Hidden().Matches(page).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(link, content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The page, and with it everything a first visit fetches.</summary>
    public async Task<(Weighed Page, IReadOnlyList<Weighed> All, string Html)> FirstVisit(string path)
    {
        var (page, html) = await Get(path);
        var all = new List<Weighed> { page };
        foreach (var part in Parts().Matches(html).Select(m => m.Groups[1].Value).Where(p => p.StartsWith('/')).Distinct())
            all.Add((await Get(part)).Weighed);
        return (page, all, html);
    }

    public async Task<(Weighed Weighed, string Html)> Get(string path)
    {
        using var answer = await _client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        var encoding = answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "none";
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Value.Sum(v => h.Key.Length + v.Length + 4));
        return (
            new(path, body.Length, headers, encoding, answer.Version),
            encoding == "br" ? Unpack(body) : System.Text.Encoding.UTF8.GetString(body)
        );
    }

    /// <summary>How long a browser keeps a file, how it was packed, and what it hears when it asks whether it is still the same.</summary>
    public async Task<(CacheControlHeaderValue? Keeps, string Encoding, HttpStatusCode Again)> Kept(string path)
    {
        using var first = await _client.GetAsync(path);
        using var question = new HttpRequestMessage(HttpMethod.Get, path) { Version = HttpVersion.Version20 };
        question.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await _client.SendAsync(question);
        return (first.Headers.CacheControl, first.Content.Headers.ContentEncoding.SingleOrDefault() ?? "none", again.StatusCode);
    }

    /// <summary>The first link of a page that leads to one thing of this kind: what comes after is its id and no more.</summary>
    public async Task<string> LinkOn(string page, string begin) =>
        Regex.Match((await Get(page)).Html, $"href=\"({Regex.Escape(begin)}[0-9a-f-]{{36}})\"").Groups[1].Value;

    private static string Unpack(byte[] body)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<(?:link rel="stylesheet"|script|img)[^>]*(?:href|src)="([^"]+)""")]
    private static partial Regex Parts();
}

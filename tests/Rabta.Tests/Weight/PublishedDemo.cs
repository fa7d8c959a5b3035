using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Weight;

/// <summary>What one answer weighed on the line: the body as the browser receives it, and the headers beside it.</summary>
public sealed record Weighed(string What, int Body, int Headers, string Encoding, Version Http);

/// <summary>The demo as the README starts it, over HTTP/2 with a certificate of our own, asked as Chromium asks.</summary>
public sealed class PublishedDemo : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Dictionary<string, string> _links;

    private PublishedDemo(Process process, string folder, string address, Dictionary<string, string> links) =>
        (_process, _folder, Address, _links) = (process, folder, address, links);

    public string Address { get; }

    public static async Task<PublishedDemo> Start()
    {
        var folder = Directory.CreateTempSubdirectory("rabta-weight-").FullName;
        var certificate = Certificate(Path.Combine(folder, "tls.pfx"));
        var address = $"https://127.0.0.1:{PostgresServer.FreePort()}";
        var start = new ProcessStartInfo(
            Path.Combine(Root(), "bin", "rabta"),
            ["demo", "--data", Path.Combine(folder, "data"), "--urls", address]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Kestrel__Certificates__Default__Path"] = certificate;
        start.Environment["Kestrel__Certificates__Default__Password"] = "weight";
        var process = Process.Start(start.ForSeconds())!;
        var links = new Dictionary<string, string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Everything", StringComparison.Ordinal))
            if (line.IndexOf(": https://", StringComparison.Ordinal) is var at and > 0)
                links[line[..at].Trim()] = line[(at + 2)..].Trim();
        _ = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is not null) { }
        });
        return new(process, folder, address, links);
    }

    /// <summary>Someone who reads this language, signed in as the first whose line begins so; nobody for a stranger.</summary>
    public async Task<Scales> As(string? who, string language)
    {
        var scales = new Scales(Address, language);
        if (who is not null)
            await scales.SignIn(_links.First(l => l.Key.StartsWith(who, StringComparison.Ordinal)).Value);
        return scales;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Certificate(string path)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "weight"));
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rabta.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}

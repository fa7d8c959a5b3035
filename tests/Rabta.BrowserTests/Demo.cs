using System.Diagnostics;
using Microsoft.Playwright;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>The demo as a process of its own, from the built program, on a free port.</summary>
public sealed class Demo : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Dictionary<string, string> _links = [];

    private Demo(Process process, string folder, string address) => (_process, _folder, Address) = (process, folder, address);

    public string Address { get; }

    public static async Task<Demo> Start()
    {
        var folder = Directory.CreateTempSubdirectory("rabta-demo-").FullName;
        var address = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location, "demo", "--data", folder, "--urls", address])
            {
                RedirectStandardOutput = true,
            }.ForSeconds()
        )!;
        var demo = new Demo(process, folder, address);
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Everything", StringComparison.Ordinal))
        {
            foreach (
                var (who, words) in new[]
                {
                    ("coordinator", "Coordinator"),
                    ("mentor", "Mentor of"),
                    ("mentee", "Mentee, whose"),
                    ("mentee-new", "Mentee, first"),
                    ("mentee-waiting", "Mentee, waiting"),
                }
            )
                if (line.Trim().StartsWith(words, StringComparison.Ordinal))
                    demo._links[who] = line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        }
        _ = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is not null) { }
        });
        return demo;
    }

    public async Task SignIn(IPage page, string who)
    {
        await page.GotoAsync(_links[who]);
        await page.Locator("form button").First.ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

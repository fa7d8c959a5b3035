using Microsoft.Playwright;
using Rabta.BrowserTests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Rabta.BrowserTests;

/// <summary>One real Chromium for all journeys: Debian's own, or the one RABTA_CHROMIUM names.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The first is the same without a window.
    private static readonly string[] Debian = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("RABTA_CHROMIUM") ?? Debian.FirstOrDefault(File.Exists) ?? Debian[0],
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async Task<IBrowserContext> Open(
        string language = "en",
        int width = 360,
        int height = 740,
        bool script = true,
        bool dark = false,
        float scale = 1
    )
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                JavaScriptEnabled = script,
                Locale = language,
                IgnoreHTTPSErrors = true,
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                DeviceScaleFactor = scale,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        // Nothing here is timed: these are for what never comes, on a machine that does much else.
        context.SetDefaultTimeout(30_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

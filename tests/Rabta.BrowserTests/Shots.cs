using Microsoft.Playwright;

namespace Rabta.BrowserTests;

/// <summary>Pictures of the demo's screens; run by bin/shots.</summary>
public sealed class Shots(Chromium chromium)
{
    private static readonly (string Name, string Who, string Path)[] Screens =
    [
        ("welcome", "", "/"), ("sign-in", "", "/sign-in"), ("mentee-home", "mentee", "/"), ("pair", "mentee", "first"), ("me", "mentee", "/me"), ("first-sign-in", "mentee-new", "/"),
        ("more", "mentee", "/more"), ("news", "mentee", "/news"), ("mentor-home", "mentor", "/"), ("change", "mentee", "first/change"),
        ("coordinator-home", "coordinator", "/"), ("people", "coordinator", "/people"), ("person", "coordinator", "person"), ("import", "coordinator", "/people/import"), ("matching", "coordinator", "/matching"),
        ("review", "coordinator", "review"), ("publish", "coordinator", "review/publish"), ("pairs", "coordinator", "/mentorships"), ("arrange", "coordinator", "arrange"), ("programme", "coordinator", "programme"),
        ("slip", "coordinator", "slip"), ("questions", "coordinator", "questions"), ("change-pair", "coordinator", "change-pair"), ("style", "", "/design"), ("not-found", "", "/nowhere"),
    ];

    [Fact(Explicit = true)]
    public async Task Take()
    {
        var folder = Environment.GetEnvironmentVariable("RABTA_SHOTS") ?? "shots";
        var only = Environment.GetEnvironmentVariable("RABTA_SHOT_PAGE");
        await using var demo = await Demo.Start();
        foreach (var who in Screens.Where(s => string.IsNullOrEmpty(only) || s.Name == only).GroupBy(s => s.Who))
            foreach (var (look, width, dark) in new[] { ("phone.light", 360, false), ("phone.dark", 360, true), ("desktop.light", 1280, false), ("desktop.dark", 1280, true) })
                foreach (var language in new[] { "en", "ur" })
                {
                    await using var context = await chromium.Open(language, width, 800, dark: dark, scale: width < 500 ? 1.5f : 1);
                    var page = await context.NewPageAsync();
                    if (who.Key.Length > 0) await demo.SignIn(page, who.Key);
                    foreach (var screen in who)
                    {
                        await page.GotoAsync(demo.Address + await Resolve(page, demo, screen.Path));
                        // Tall enough for all of it, so that the bar stands at the foot as it would on a short page.
                        await page.SetViewportSizeAsync(width, Math.Max(800, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
                        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{screen.Name}.{language}.{look}.png"), FullPage = true });
                    }
                }
    }

    // Some screens stand behind a link of another page.
    private static async Task<string> Resolve(IPage page, Demo demo, string path)
    {
        async Task<string> Link(string from, string selector)
        {
            await page.GotoAsync(demo.Address + from);
            return await page.Locator(selector).First.GetAttributeAsync("href") ?? "/";
        }
        return path switch
        {
            "first" => await Link("/", ".next a.btn"),
            "first/change" => await Link("/", ".next a.btn") + "/change",
            "review" => await Link("/matching", "main a[href^='/matching/']"),
            "review/publish" => await Link("/matching", "main a[href^='/matching/']") + "/publish",
            "arrange" => await Link("/mentorships", "main a[href$='/arrange']"),
            "slip" => await Link("/people", ".rows a.row") + "/slip",
            "questions" => await Link("/", "main a[href^='/programmes/']:not([href$=new])") + "/questions",
            "change-pair" => await Link(await Link("/matching", "main a[href^='/matching/']"), "main a[href*='/change/']"),
            "person" => await Link("/people", ".rows a.row"),
            "programme" => await Link("/", "main a[href^='/programmes/']:not([href$=new])"),
            _ => path,
        };
    }
}

using Microsoft.Playwright;

namespace Rabta.BrowserTests;

/// <summary>Pictures of the demo's screens; run by bin/shots.</summary>
public sealed class Shots(Chromium chromium)
{
    private static readonly (string Name, string Who, string Path)[] Screens =
    [
        ("welcome", "", "/"),
        ("sign-in", "", "/sign-in"),
        ("mentee-home", "mentee", "/"),
        ("pair", "mentee", "first"),
        ("me", "mentee", "/me"),
        ("first-sign-in", "mentee-new", "/"),
        ("more", "mentee", "/more"),
        ("news", "mentee", "/news"),
        ("change", "mentee", "first/change"),
        ("meeting-offer", "mentee", "offer"),
        ("meeting-plan", "mentee", "first/meet"),
        ("ready", "mentee", "first/ask"),
        ("meeting-held", "mentee", "held"),
        ("goals", "mentee", "/goals"),
        ("goal", "mentee", "goal"),
        ("goal-write", "mentee", "first/goal"),
        ("suggestion", "mentee", "suggestion"),
        ("meet", "mentee", "/meet"),
        ("waiting-home", "mentee-waiting", "/"),
        ("choose", "mentee-waiting", "choose-mentors"),
        ("ask", "mentee-waiting", "ask"),
        ("request-mine", "mentee-waiting", "request"),
        ("requests", "mentee-waiting", "/requests"),
        ("comfort", "mentee-waiting", "comfort"),
        ("choose-mentees", "mentor", "choose-mentees"),
        ("request", "mentor", "request"),
        ("recommend", "mentor", "recommend"),
        ("recommendations", "coordinator", "recommendations"),
        ("invited", "", "/recommend/unknown"),
        ("mentor-home", "mentor", "/"),
        ("mentor-pair", "mentor", "pair-of-mentor"),
        ("meeting-choose", "mentor", "choose"),
        ("meeting-failed", "mentor", "failed"),
        ("meeting-planned", "mentor", "planned"),
        ("mentor-goals", "mentor", "/goals"),
        ("mentor-meet", "mentor", "/meet"),
        ("waiting", "coordinator", "/waiting/not-met"),
        ("remind-all", "coordinator", "/waiting/not-accepted/remind"),
        ("waive", "coordinator", "waive"),
        ("term-dates", "coordinator", "/term-dates"),
        ("coordinator-home", "coordinator", "/"),
        ("people", "coordinator", "/people"),
        ("person", "coordinator", "person"),
        ("correct", "coordinator", "correct"),
        ("merge", "coordinator", "merge"),
        ("hand-over", "coordinator", "hand-over"),
        ("staff", "coordinator", "/staff"),
        ("institution", "coordinator", "/institution"),
        ("taking-part", "mentor", "/taking-part"),
        ("import", "coordinator", "/people/import"),
        ("matching", "coordinator", "/matching"),
        ("review", "coordinator", "review"),
        ("publish", "coordinator", "review/publish"),
        ("compare", "coordinator", "review/compare"),
        ("what-if", "coordinator", "review/what-if"),
        ("repeat", "coordinator", "review/repeat"),
        ("pairs", "coordinator", "/mentorships"),
        ("arrange", "coordinator", "arrange"),
        ("programme", "coordinator", "programme"),
        ("slip", "coordinator", "slip"),
        ("questions", "coordinator", "questions"),
        ("change-pair", "coordinator", "change-pair"),
        ("style", "", "/design"),
        ("not-found", "", "/nowhere"),
    ];

    [Fact(Explicit = true)]
    public async Task Take()
    {
        var folder = Environment.GetEnvironmentVariable("RABTA_SHOTS") ?? "shots";
        var only = Environment.GetEnvironmentVariable("RABTA_SHOT_PAGE");
        await using var demo = await Demo.Start();
        foreach (var who in Screens.Where(s => string.IsNullOrEmpty(only) || s.Name == only).GroupBy(s => s.Who))
        foreach (
            var (look, width, dark) in new[]
            {
                ("phone.light", 360, false),
                ("phone.dark", 360, true),
                ("desktop.light", 1280, false),
                ("desktop.dark", 1280, true),
            }
        )
        foreach (var language in new[] { "en", "ur" })
        {
            await using var context = await chromium.Open(language, width, 800, dark: dark, scale: width < 500 ? 1.5f : 1);
            var page = await context.NewPageAsync();
            if (who.Key.Length > 0)
                await demo.SignIn(page, who.Key);
            foreach (var screen in who)
            {
                // The page before may have been taller.
                await page.SetViewportSizeAsync(width, 800);
                await page.GotoAsync(demo.Address + await Resolve(page, demo, screen.Path));
                // Tall enough for all of it, so that the bar stands at the foot as it would on a short page.
                await page.SetViewportSizeAsync(
                    width,
                    Math.Max(800, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"))
                );
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
            "first" or "first/change" or "first/meet" or "first/ask" or "first/goal" => await Link("/", ".next p a") + path[5..],
            "offer" => await Link("/meet", "main a[href^='/meetings/']"),
            "held" => await Link(await Link("/", ".next p a"), ".rows a.row[href^='/meetings/']"),
            "goal" => await Link("/goals", "main a[href^='/goals/']"),
            "suggestion" => await Link("/goals", "main a[href^='/suggestions/']"),
            "pair-of-mentor" => await Link("/", ".next p a"),
            "choose" => await Link("/", "section:nth-of-type(2) a[href^='/meetings/']"),
            "failed" => await Link(await Link("/", "main a.row[href^='/mentorships/']"), ".rows a.row[href^='/meetings/']"),
            "planned" => await Link("/meet", "main a.row[href^='/meetings/']"),
            "choose-mentors" => await Link("/", "main a[href$='/mentors']") + "?free=1",
            "choose-mentees" => await Link("/", "main a[href$='/mentees']"),
            "comfort" => await Link("/", "main a[href$='/comfort']"),
            "recommend" => await Link("/", "main a[href$='/recommend']"),
            "ask" => await Link(await Link("/", "main a[href$='/mentors']") + "?free=1", "main a[href$='/ask']"),
            "request" => await Link("/", "main a[href^='/requests/']"),
            "recommendations" => await Link("/", "main a[href^='/programmes/']:not([href$=new])") + "/recommendations",
            "waive" => await Link("/waiting/not-met", "main a[href$='/waive']"),
            "review" => await Link("/matching", "main a[href^='/matching/']"),
            "review/publish" or "review/compare" or "review/what-if" or "review/repeat" => await Link(
                "/matching",
                "main a[href^='/matching/']"
            ) + path[6..],
            "arrange" => await Link("/mentorships", "main a[href$='/arrange']"),
            "slip" => await Link("/people", ".rows a.row") + "/slip",
            "questions" => await Link("/", "main a[href^='/programmes/']:not([href$=new])") + "/questions",
            "change-pair" => await Link(await Link("/matching", "main a[href^='/matching/']"), "main a[href*='/change/']"),
            "person" => await Link("/people", ".rows a.row"),
            "merge" => await Link(await Link("/people", ".rows a.row") + "/merge?q=a", "main a[href*='with=']"),
            "hand-over" => await Link(await Link("/mentorships", ".rows a.row"), "main a[href^='/people/']") is var person
                ? await Link(person, "main a[href$='/leave']")
                : path,
            "correct" => await Link("/people", ".rows a.row") + "/correct",
            "programme" => await Link("/", "main a[href^='/programmes/']:not([href$=new])"),
            _ => path,
        };
    }
}

using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Rabta.People;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>Looks at pages with axe.</summary>
internal static class Axe
{
    /// <summary>Taller than any page, so that the bar at the foot covers nothing that would be scrolled from under it.</summary>
    public const int Tall = 4000;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that a page can be full of.</summary>
    public static async Task<Cast> Fill(World world)
    {
        var cast = await Cast.In(world);
        await world.PutRounds(cast);
        await world.PutDraft(cast);
        await world.PutAnswers(cast);
        await world.PutGoals(cast);
        await world.AskedAnew(cast);
        await world.PutMeetings(cast);
        await world.PutWishes(cast);
        await world.PutRequests(cast);
        await world.PutRecommendations(cast);
        return cast;
    }

    public static (string, Person?)[] People(Cast cast) =>
        [("stranger", null), ("mentee", cast.Omar), ("mentor", cast.Sara), ("coordinator", cast.Huda)];

    /// <summary>A browser whose every page has axe.</summary>
    /// <remarks>The browser keeps the script and what it compiled; given to each page by hand it takes as long as the look.</remarks>
    public static async Task<IBrowserContext> Open(Chromium chromium, string language, int width = 360, bool dark = false)
    {
        var context = await chromium.Open(language, width, Tall, dark: dark);
        await context.AddInitScriptAsync(Script);
        return context;
    }

    /// <param name="only">These rules; null is all.</param>
    public static async Task<IEnumerable<string>> Look(IPage page, string where, string[]? only)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            only => axe.run(document, {
                    resultTypes: ['violations'],
                    ...(only ? { runOnly: { type: 'rule', values: only } } : { rules: { 'target-size': { enabled: true } } })
                })
                .then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 160))))
            """,
            only
        );
        return found.Select(f => $"{where}: {f}");
    }

    public static Task<bool> ScrollsSideways(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>Sends the page's first form as it is, where that is refused.</summary>
    public static async Task<bool> Refuse(IPage page)
    {
        var required = page.Locator("form[method=post]:not(:has([name=version])):has(input:not([type=hidden]), textarea)").First;
        if (await required.CountAsync() == 0)
            return false;
        await required.EvaluateAsync(
            "f => { f.noValidate = true; f.closest('details')?.setAttribute('open', '');"
                + " for (const i of f.querySelectorAll('input:not([type=hidden],[type=checkbox]),textarea')) i.value = '' }"
        );
        // What is folded away is opened, so that the first button can be pressed as it would be.
        await required.EvaluateAsync("f => f.querySelectorAll('details').forEach(d => d.open = true)");
        await required.Locator("button").First.ClickAsync();
        return await page.Locator(".wrong").CountAsync() > 0;
    }
}

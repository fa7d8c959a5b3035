using Microsoft.Playwright;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>
/// Every page, filled, refused and forbidden, narrow and wide, light and dark: axe finds nothing, nothing is cut off, everything can be
/// read, every target is big enough for a finger, and the page keeps its own policy.
/// </summary>
/// <remarks>
/// A page is opened once a language and changes its size and colours in place: opening it again takes longer than looking at it.
/// </remarks>
public sealed class LooksTests(Chromium chromium)
{
    private const int Narrow = 320;
    private static readonly bool Long = Environment.GetEnvironmentVariable("RABTA_LONG") == "1";

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task Every_page_is_right_narrow_and_wide_in_light_and_dark(string language)
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Axe.Fill(world);
        var (first, found) = (language == "ur", new List<string>());
        foreach (var (who, person) in Axe.People(cast))
        {
            await using var context = await Axe.Open(chromium, language, Narrow, first);
            var page = await context.SignIn(world, person);
            var broken = ContentSecurityTests.Broken(page);
            foreach (var path in Pages.For(cast, who).Append(Pages.ClosedTo(cast, who)).OfType<string>())
            {
                await page.Go(world, path);
                var label = $"{path} as {who} in {language}";
                found.AddRange(await Look(page, label, Narrow, first, all: true));
                foreach (var (width, dark) in Others(first))
                {
                    await Change(page, width, dark);
                    found.AddRange(await Look(page, label, width, dark, all: false));
                }
                await Change(page, Narrow, first);
                // Refused in one language, in the long form in both: what a refusal adds is the same sentence in the same place.
                if ((Long || language == "en") && await Axe.Refuse(page))
                    found.AddRange(await Look(page, $"{label}, refused,", Narrow, first, all: true));
            }
            found.AddRange(broken.Select(b => $"{who} in {language}: {b}"));
        }
        Assert.True(found.Count == 0, string.Join("\n", found.Distinct()));
    }

    /// <summary>The looks after the first, which is narrow: wide in the other colours, or all the others.</summary>
    private static IEnumerable<(int Width, bool Dark)> Others(bool first) =>
        Long
            ? from width in new[] { Narrow, 360, 768, 1280 }
            from dark in new[] { first, !first }
            where (width, dark) != (Narrow, first)
            select (width, dark)
            : [(1280, !first)];

    private static async Task Change(IPage page, int width, bool dark)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.SetViewportSizeAsync(width, Axe.Tall);
    }

    /// <param name="all">All rules; else those that size and colours change.</param>
    private static async Task<IEnumerable<string>> Look(IPage page, string label, int width, bool dark, bool all)
    {
        label = $"{label} at {width}{(dark ? " dark" : "")}";
        var found = await Axe.Look(page, label, all ? null : ["color-contrast", "target-size"]);
        return await Axe.ScrollsSideways(page) ? found.Append($"{label} scrolls sideways") : found;
    }
}

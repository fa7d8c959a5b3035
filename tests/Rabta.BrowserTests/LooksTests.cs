using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>Every page, narrow and wide, light and dark: nothing is cut off, everything can be read, every target is big enough for a finger.</summary>
public sealed class LooksTests(Chromium chromium)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("RABTA_LONG") == "1";

    public static TheoryData<string, int, bool> Looks() => Long
        ? new(from l in new[] { "en", "ur" } from w in new[] { 320, 360, 768, 1280 } from d in new[] { false, true } select (l, w, d))
        : new(("en", 320, false), ("ur", 320, true), ("en", 1280, true), ("ur", 1280, false));

    [Theory, MemberData(nameof(Looks))]
    public async Task Contrast_targets_and_width_are_right(string language, int width, bool dark)
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Axe.Fill(world);
        var found = new List<string>();
        foreach (var (who, person) in Axe.People(cast))
        {
            await using var context = await Axe.Open(chromium, language, width, dark);
            var page = await context.SignIn(world, person);
            foreach (var path in Pages.For(cast, who))
            {
                await page.Go(world, path);
                var label = $"{path} as {who} in {language} at {width}{(dark ? " dark" : "")}";
                found.AddRange(await Axe.Look(page, label, ["color-contrast", "target-size"]));
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) found.Add($"{label} scrolls sideways");
            }
        }
        Assert.True(found.Count == 0, string.Join("\n", found.Distinct()));
    }
}

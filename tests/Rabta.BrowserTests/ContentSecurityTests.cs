using Microsoft.Playwright;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>The policy holds in a real browser; that no page of ours breaks it is seen where every page is looked at.</summary>
public sealed class ContentSecurityTests(Chromium chromium)
{
    [Fact]
    public async Task A_planted_inline_script_is_blocked_and_seen()
    {
        await using var world = await World.On(Engine.Sqlite);
        await using var context = await chromium.Open();
        var page = await context.NewPageAsync();
        var broken = Broken(page);
        await page.RouteAsync(
            "**/sign-in",
            async route =>
            {
                var answer = await route.FetchAsync();
                var html = (await answer.TextAsync()).Replace(
                    "</main>",
                    "<script>document.title='taken'</script></main>",
                    StringComparison.Ordinal
                );
                await route.FulfillAsync(new() { Response = answer, Body = html });
            }
        );

        await page.Go(world, "/sign-in");

        Assert.NotEqual("taken", await page.TitleAsync());
        Assert.NotEmpty(broken);
    }

    /// <summary>What the browser will have said about the policy of the pages opened from now on.</summary>
    internal static List<string> Broken(IPage page)
    {
        var broken = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                broken.Add(message.Text);
        };
        return broken;
    }
}

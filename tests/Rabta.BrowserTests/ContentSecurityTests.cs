using Microsoft.Playwright;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

/// <summary>The policy holds in a real browser, and no page of ours breaks it.</summary>
public sealed class ContentSecurityTests(Chromium chromium)
{
    [Fact]
    public async Task No_page_breaks_its_own_policy()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        await world.PutRounds(cast);
        await world.PutDraft(cast);
        await world.PutAnswers(cast);
        await world.PutGoals(cast);
        await world.PutMeetings(cast);
        foreach (var person in new[] { null, cast.Omar, cast.Sara, cast.Huda })
        {
            await using var context = await chromium.Open();
            var page = await context.SignIn(world, person);
            var broken = Broken(page);
            foreach (var path in Pages.All(cast)) await page.Go(world, path);
            Assert.Empty(broken);
        }
    }

    [Fact]
    public async Task A_planted_inline_script_is_blocked_and_seen()
    {
        await using var world = await World.On(Engine.Sqlite);
        await using var context = await chromium.Open();
        var page = await context.NewPageAsync();
        var broken = Broken(page);
        await page.RouteAsync("**/sign-in", async route =>
        {
            var answer = await route.FetchAsync();
            var html = (await answer.TextAsync()).Replace("</main>", "<script>document.title='taken'</script></main>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = html });
        });

        await page.Go(world, "/sign-in");

        Assert.NotEqual("taken", await page.TitleAsync());
        Assert.NotEmpty(broken);
    }

    private static List<string> Broken(IPage page)
    {
        var broken = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) broken.Add(message.Text);
        };
        return broken;
    }
}

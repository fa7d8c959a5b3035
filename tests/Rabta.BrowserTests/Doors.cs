using Microsoft.Playwright;
using Rabta.People;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests;

internal static class Doors
{
    /// <summary>Signs someone in as they would: opens their link and presses the button.</summary>
    public static async Task<IPage> SignIn(this IBrowserContext context, World world, Person? person)
    {
        var page = await context.NewPageAsync();
        if (person is null)
        {
            await page.GotoAsync(world.Server.Urls.First());
            return page;
        }
        var (link, secret) = SignInLink.Make(person.Id, LinkFor.Demo, world.Clock.Now);
        await world.Put(link);
        await page.GotoAsync($"{world.Server.Urls.First()}/in/{secret}");
        await page.Locator("form button").First.ClickAsync();
        return page;
    }

    public static Task<IResponse?> Go(this IPage page, World world, string path) => page.GotoAsync(world.Server.Urls.First() + path);
}

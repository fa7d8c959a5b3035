using Microsoft.Playwright;

namespace Rabta.BrowserTests.Journeys;

/// <summary>What a mentee or a mentor does on their phone.</summary>
internal sealed class Partner(Journey journey, IPage page)
{
    /// <summary>Opens the mail of a few days ago and comes in by its link.</summary>
    public Task OpenMail(Rabta.People.Person me) => page.ComeIn(journey, journey.World.Letters.LinkTo(me.Address!), me.NameIn(journey.Language));

    /// <summary>From the pair's page to what they show of themself, and back.</summary>
    public async Task Correct(string pair, string field, string text)
    {
        await page.Follow($"/me?to={pair}");
        await page.Type(field, text);
        await page.Press("me");
        await page.At($"{pair}$");
    }

    public Task Accept() => page.Press("accept");

    public async Task AskForChange(string pair, string reason)
    {
        await page.Follow($"{pair}/change");
        await page.Type("reason", reason);
        await page.Press("change");
        await page.At($"{pair}$");
        await page.Shows(journey.Text<Rabta.Mentorships.Texts>("change.asked"));
    }

    /// <summary>Everything that stands on their pages.</summary>
    public async Task<string> ReadEverything(params string[] more)
    {
        var read = "";
        foreach (var path in new[] { "/", "/news", "/me", "/more" }.Concat(more))
        {
            await page.Go(journey.World, path);
            read += await page.ContentAsync();
        }
        return read;
    }
}

using Microsoft.Playwright;

namespace Rabta.BrowserTests.Journeys;

/// <summary>What a mentee or a mentor does on their phone.</summary>
internal sealed class Partner(Journey journey, IPage page)
{
    public IPage Page => page;

    /// <summary>Opens the mail of a few days ago and comes in by its link.</summary>
    public Task OpenMail(Rabta.People.Person me) =>
        page.ComeIn(journey, journey.World.Emails.LinkTo(me.Address!), me.NameIn(journey.Language));

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
        await page.Shows(journey.Text<Rabta.Mentorships.Texts>("change.asked.CantTakeOn"));
    }

    /// <summary>By the bar: the pair's own page stands among those with whom nothing is planned.</summary>
    public async Task OpenPair(string pair)
    {
        await page.Turn("/meet");
        await page.Follow(pair);
        await page.At($"{pair}$");
    }

    /// <summary>The one button of the home.</summary>
    public async Task Begin()
    {
        await page.Turn("/");
        await page.Locator("section.next a.btn").ClickAsync();
    }

    public async Task Offer(int number, string day, string time)
    {
        await page.Type($"day-{number}", day);
        await page.Type($"time-{number}", time);
    }

    /// <summary>Answers the offer on the home; answers with the path of what is planned.</summary>
    public async Task<string> Take()
    {
        await page.Press("meeting");
        return await page.At("/meetings/[0-9a-f-]{36}$");
    }

    public async Task Tell(string meeting, string outcome)
    {
        await page.Turn("/");
        await page.Follow(meeting);
        await page.At($"{meeting}$");
        await page.Pick("outcome", outcome);
        await page.Press("came");
    }

    /// <summary>Everything that stands on their pages.</summary>
    public async Task<string> ReadEverything(params string[] more)
    {
        var read = "";
        foreach (var path in new[] { "/", "/news", "/me", "/more" }.Concat(more))
            read += await page.Read(journey, path);
        return read;
    }
}

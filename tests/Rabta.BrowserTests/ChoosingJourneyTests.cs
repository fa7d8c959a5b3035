using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.BrowserTests.Journeys;
using Rabta.Matches;
using Rabta.Mentorships;
using Rabta.Preferences;
using Rabta.Tests.Worlds;
using static Microsoft.Playwright.Assertions;
using Choosing = Rabta.Preferences.Texts;

namespace Rabta.BrowserTests;

/// <summary>
/// A match people trust: a mentee ranks and asks, someone who knows both says one sentence without an account, the mentor says yes, and
/// both read why.
/// </summary>
public sealed class ChoosingJourneyTests(Chromium chromium)
{
    private const string Sentence = "They would laugh at the same things.",
        Recommender = "Prof. Tahira Aslam",
        Address = "tahira@elsewhere.test";

    [Theory]
    [InlineData("en", true)]
    [InlineData("ur", true)]
    [InlineData("en", false)]
    public async Task A_match_people_trust(string language, bool script)
    {
        await using var world = await World.On(Engine.Sqlite);
        await using var journey = new Journey(world, chromium, CultureInfo.GetCultureInfo(language), script);
        var cast = await Cast.In(world);
        var zara = await journey.ComeIn(cast.Zara);

        await Rank(journey, cast, zara);
        await Ask(journey, cast, zara);
        await Invite(journey, cast);
        await Answer(journey, cast);
        await SayYes(journey, cast, zara);
    }

    private static async Task Rank(Journey journey, Cast cast, Microsoft.Playwright.IPage zara)
    {
        await zara.Turn("/");
        await zara.Follow($"/cohorts/{cast.Cohort.Id.Value}/mentors");
        await zara.Says(journey.Text<Choosing>("wish.head.Mentee"));
        await zara.Tap("to", $"{cast.Bilal.Id.Value}");
        await zara.Shows(journey.Text<Choosing>("wish.saved"));
        await zara.Tap("to", $"{cast.Sara.Id.Value}");
        await zara.Tap("act", $"Raise.{cast.Sara.Id.Value}");
        await Expect(zara.Form("wish").Locator("li").First).ToContainTextAsync(cast.Sara.NameIn(journey.Language));
        await zara.Tap("act", $"Tie.{cast.Bilal.Id.Value}");
        await zara.Lacks("button[value^=Tie]");
        Assert.Equal(
            [1, 1],
            await journey.World.Ask(db =>
                db.Set<Rabta.Preferences.Wish>().Where(w => w.From == cast.Zara.Id).Select(w => w.Rank).ToListAsync()
            )
        );
    }

    private static async Task Ask(Journey journey, Cast cast, Microsoft.Playwright.IPage zara)
    {
        await zara.Follow($"/cohorts/{cast.Cohort.Id.Value}/mentors/{cast.Bilal.Id.Value}/ask");
        await zara.Says(journey.Text<Choosing>("ask.title", cast.Bilal.NameIn(journey.Language)));
        await zara.Press("ask");
        await zara.Shows(journey.Text<Choosing>("ask.no-why"));
        await zara.Type("why", "You made anatomy plain");
        await zara.Press("ask");
        await zara.At("/requests$");
        await zara.Says(journey.Plural<Choosing>("requests.open", 1));
    }

    private static async Task Invite(Journey journey, Cast cast)
    {
        var desk = await journey.ComeIn(cast.Huda);
        await desk.Turn("/");
        await desk.Follow($"/programmes/{cast.Programme.Id.Value}");
        await desk.Follow($"/programmes/{cast.Programme.Id.Value}/recommendations");
        await desk.Says(journey.Text<Choosing>("recommendations.none"));
        await desk.Type("invite-name", Recommender);
        await desk.Type("invite-address", Address);
        await desk.Press("invite");
        await Expect(desk.Form("invite-off")).ToContainTextAsync(Recommender);
        await journey.World.SendMail();
    }

    /// <summary>On a phone of their own, where nobody has signed in.</summary>
    private static async Task Answer(Journey journey, Cast cast)
    {
        var tahira = await journey.Phone();
        await tahira.GotoAsync(journey.OnServer(journey.World.Emails.LinkTo(Address)));
        await tahira.Says(journey.Text<Choosing>("invited.head", Recommender));
        Assert.False(await Axe.ScrollsSideways(tahira));
        await tahira.Type("mentee", cast.Zara.NameIn(journey.Language));
        await tahira.Type("mentor", cast.Bilal.NameIn(journey.Language));
        foreach (var choice in new[] { "named", "read" })
            await tahira.Locator($"label.pick:has(input[name={choice}])").ClickAsync();
        await tahira.Press("recommend-once");
        await tahira.Shows(journey.Text<Choosing>("recommend.no-why"));
        await tahira.Holds("mentee", cast.Zara.NameIn(journey.Language));
        await tahira.Type("why", Sentence);
        await tahira.Press("recommend-once");
        await tahira.Says(journey.Text<Choosing>("recommend.thanks"));
        await tahira.Lacks("nav.bar");
    }

    private static async Task SayYes(Journey journey, Cast cast, Microsoft.Playwright.IPage zara)
    {
        var request = (await journey.World.Ask(db => db.MentorRequests.SingleAsync())).Id.Value;
        var bilal = await journey.ComeIn(cast.Bilal);
        await bilal.Turn("/");
        await bilal.Follow($"/requests/{request}");
        await bilal.Says(journey.Text<Choosing>("request.Open.mentor", cast.Zara.NameIn(journey.Language)));
        await bilal.Shows("You made anatomy plain");
        await bilal.Type("line", "Gladly");
        await bilal.Tap("act", "yes");
        await bilal.Says(journey.Text<Choosing>("request.Accepted.mentor", cast.Zara.NameIn(journey.Language)));
        var pair = $"/mentorships/{(await journey.World.Ask(db => db.Mentorships.SingleAsync(m => m.MenteeId == cast.Zara.Id))).Id.Value}";
        await bilal.Follow(pair);
        await zara.Turn("/");
        await zara.Follow(pair);
        foreach (var page in new[] { bilal, zara })
        {
            await page.At($"{pair}$");
            await page.Shows(journey.Text<Rabta.Mentorships.Texts>("why.head"));
            await page.Shows(journey.Text<Rabta.Mentorships.Texts>("facilitator.knows", Recommender));
            await page.Shows(Sentence);
        }
        await zara.Shows(journey.Text<Rabta.Mentorships.Texts>("why.MenteesWish.1"));
        await Expect(bilal.Locator("main")).Not.ToContainTextAsync(journey.Text<Rabta.Mentorships.Texts>("why.MenteesWish.1"));
    }
}

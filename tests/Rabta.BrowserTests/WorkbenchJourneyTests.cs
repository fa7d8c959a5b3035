using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rabta.BrowserTests.Journeys;
using Rabta.Matching.Problems;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Worlds;
using static Microsoft.Playwright.Assertions;
using Words = Rabta.Matches.Texts;

namespace Rabta.BrowserTests;

/// <summary>
/// Three wait for a mentor beside three who have one, with two places left: the coordinator compares four ways, asks what one place more
/// would change, approves one pair and publishes only that; both read why.
/// </summary>
public sealed class WorkbenchJourneyTests(Chromium chromium)
{
    private const int Bilals = 3,
        Saras = 2;

    [Theory]
    [InlineData("en", true)]
    [InlineData("ur", false)]
    public async Task A_round_is_weighed_before_it_is_published(string language, bool script)
    {
        await using var world = await World.On(Engine.Sqlite);
        await using var journey = new Journey(world, chromium, CultureInfo.GetCultureInfo(language), script);
        var cast = await Cast.In(world);
        await PutThoseWhoWait(world, cast);
        var desk = await journey.ComeIn(cast.Huda);
        await desk.Turn("/matching");

        var round = await Compare(journey, desk, await new Coordinator(journey, desk).RunMatching());
        await AskWhatIf(journey, cast, desk, round);
        await Approve(journey, cast, desk, round);
        await PublishApproved(journey, desk, round);
        await ReadWhy(journey, cast);
    }

    private static async Task PutThoseWhoWait(World world, Cast cast)
    {
        await world.PutWishes(cast);
        var (iqra, mina) = (new Person("Iqra", "iqra@college.test"), new Person("Mina", "mina@college.test"));
        Enrolment Waits(Person person) =>
            new()
            {
                CohortId = cast.Cohort.Id,
                PersonId = person.Id,
                Role = ProgrammeRole.Mentee,
            };
        await world.Put(iqra, mina, Waits(iqra), Waits(mina));
        foreach (var (mentor, places) in new[] { (cast.Bilal, Bilals), (cast.Sara, Saras) })
            await world.Ask(db =>
                db.Set<Enrolment>().Where(e => e.PersonId == mentor.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Places, places))
            );
    }

    /// <summary>Answers the round of the aim that was chosen.</summary>
    private static async Task<string> Compare(Journey journey, IPage desk, string first)
    {
        await desk.Says(journey.Plural<Words>("review.left", 1, 5, 6, 1));
        await desk.Follow($"{first}/compare");
        await desk.Says(journey.Text<Words>("compare.title"));
        await Expect(desk.Locator("section.mode")).ToHaveCountAsync(Enum.GetValues<MatchingObjective>().Length);
        await Expect(desk.Locator("section.mode").First).ToContainTextAsync(journey.Text<Words>("compare.of", 5, 6));
        Assert.False(await Axe.ScrollsSideways(desk));
        await desk.Tap("mode", nameof(MatchingObjective.Welfare));
        await desk.Shows(journey.Text<Words>("mode.Welfare.what"));
        return await desk.At("/matching/[0-9a-f-]{36}$");
    }

    private static async Task AskWhatIf(Journey journey, Cast cast, IPage desk, string round)
    {
        await desk.Follow($"{round}/what-if");
        await desk.Says(journey.Text<Words>("what-if.title"));
        await desk.Locator("select[name=mentor]").SelectOptionAsync(cast.Bilal.Id.Value.ToString());
        await desk.Locator("form.ask button").ClickAsync();
        await Expect(desk.Locator("section[role=status] h2")).ToHaveTextAsync(journey.Text<Words>("what-if.changes", 6, 5));
        await Expect(desk.Locator("section[role=status] li")).ToHaveCountAsync(1);
        Assert.Equal(
            Bilals,
            await journey.World.Ask(db => db.Set<Enrolment>().Where(e => e.PersonId == cast.Bilal.Id).Select(e => e.Places).SingleAsync())
        );
        await desk.Follow(round);
    }

    private static async Task Approve(Journey journey, Cast cast, IPage desk, string round)
    {
        await desk.Locator("details.fold > summary").First.ClickAsync();
        await desk.Tap("mentee", $"{cast.Zara.Id.Value}");
        await desk.Shows(journey.Text<Words>("review.pinned"));
        await desk.Lacks($"button[name=mentee][value='{cast.Zara.Id.Value}']");
        await desk.At($"{round}[?]");
    }

    private static async Task PublishApproved(Journey journey, IPage desk, string round)
    {
        await desk.Follow($"{round}/publish");
        await desk.Says(journey.Plural<Words>("publish.title", 2));
        await desk.Pick("which", "approved");
        await desk.Press("publish");
        await desk.At($"{round}$");
        await desk.Says(journey.Plural<Words>("review.published", 1));
    }

    private static async Task ReadWhy(Journey journey, Cast cast)
    {
        var pair = await journey.World.Ask(db => db.Mentorships.SingleAsync(m => m.Round != null && m.MentorId == cast.Bilal.Id));
        Assert.Equal(cast.Zara.Id, pair.MenteeId);
        foreach (var (person, why) in new[] { (cast.Zara, "why.MenteesWish.2"), (cast.Bilal, "why.MentorsWish.1") })
        {
            var phone = await journey.ComeIn(person);
            await phone.Turn("/");
            await phone.Follow($"/mentorships/{pair.Id.Value}");
            await phone.Shows(journey.Text<Rabta.Mentorships.Texts>("why.head"));
            await phone.Shows(journey.Text<Rabta.Mentorships.Texts>(why));
        }
    }
}

using System.Globalization;
using Microsoft.Playwright;
using NodaTime;
using Rabta.BrowserTests.Journeys;
using Rabta.Tests.Worlds;
using static Microsoft.Playwright.Assertions;
using Talk = Rabta.Meetings.Texts;

namespace Rabta.BrowserTests;

/// <summary>
/// A pair who meets: from the ground rules over a line that failed to a first goal, with a coordinator who sees to it and reads none of it.
/// </summary>
public sealed class PairJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ur", true)]
    [InlineData("en", false)]
    public async Task A_pair_who_meets(string language, bool script)
    {
        await using var world = await World.On(Engine.Sqlite);
        await using var journey = new Journey(world, chromium, CultureInfo.GetCultureInfo(language), script);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.BilalNida);

        var two = new Two(journey, cast, new(journey, await journey.ComeIn(cast.Omar)), new(journey, await journey.ComeIn(cast.Sara)));
        await Accept(two);
        world.Clock.Pass(Duration.FromDays(23));
        var desk = await journey.ComeIn(cast.Huda);
        var coordinator = new Coordinator(journey, desk);
        await WaiveMeetingInPerson(two, coordinator, desk);
        await PlanningTogether.Offer(two);
        var failed = await PlanningTogether.Agree(two);
        await PlanningTogether.Fail(two, failed);
        var held = await PlanningTogether.GoOnByPhone(two, failed);
        await MeetingTogether.Meet(two, held);
        await MeetingTogether.KeepNotes(two, failed, held);
        await MeetingTogether.WriteGoals(two);
        await ClearingTheQueue.Run(two, coordinator, desk);
    }

    private static async Task Accept(Two two)
    {
        var (journey, _, omar, sara) = two;
        await omar.Begin();
        await omar.Accept();
        await omar.Page.Says(journey.Text<Talk>("next.Theirs.mentee", two.SaraName));
        await sara.Begin();
        await sara.Accept();
        await sara.Page.Lacks("form:has(input[value=accept])");
        await sara.Page.Turn("/");
        await sara.Page.Says(journey.Text<Talk>("next.meet", two.OmarName));
        Assert.NotNull((await two.Mentorship()).BothAcceptedAt);
    }

    /// <summary>Huda finds them among those who have not met; both read why she lets them meet as they can.</summary>
    private static async Task WaiveMeetingInPerson(Two two, Coordinator coordinator, IPage desk)
    {
        var (journey, _, omar, sara) = two;
        await omar.Page.Turn("/");
        await omar.Page.Follow($"{two.Path}/meet");
        await omar.Page.Shows(journey.Text<Talk>("plan.in-person-only.why"));
        await desk.Turn("/");
        await desk.Says(journey.Plural<Rabta.Home.Texts>("queue.things", 3));
        var notMet = desk.Locator($"main section:has(h2:has-text(\"{journey.Text<Rabta.Meetings.Texts>("wait.head.NotMet")}\"))");
        await Expect(notMet).ToContainTextAsync(journey.Plural<Rabta.Meetings.Texts>("wait.NotMet", 23, two.OmarName, two.SaraName));
        await coordinator.Waive(two.Path, Said.Waived);
        foreach (var partner in new[] { omar, sara })
        {
            await partner.OpenPair(two.Path);
            await partner.Page.Shows(journey.Text<Rabta.Care.Texts>("waived.note.own"));
            await partner.Page.Shows(Said.Waived);
        }
        var meetings = await two.Meetings();
        Assert.Equal((Said.Waived, two.Cast.Huda.Id), (meetings.WaiverReason, meetings.WaivedBy!.Value));
    }
}

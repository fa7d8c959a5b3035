using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

/// <summary>From its first minute to its last a meeting can still be found, joined, and come late to.</summary>
public sealed class MeetingUnderWayTests
{
    [Theory, OnBoth]
    public async Task The_link_and_running_late_stay_on_home_pair_and_meeting_until_the_end(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.Programmes.ExecuteUpdateAsync(s => s.SetProperty(p => p.FirstMeetingInPerson, false)));
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar, CastMeetings.Online(world.In(2)));
        var meeting = (await world.Newest(cast.SaraOmar))!;
        string[] pages = ["/", $"/mentorships/{cast.SaraOmar.Id.Value}", $"/meetings/{meeting.Id.Value}"];

        foreach (var minutes in new[] { 0, 1, 10, 39 })
        {
            world.Clock.Now = at + Duration.FromMinutes(minutes);
            foreach (var person in new[] { cast.Omar, cast.Sara })
            {
                using var phone = await world.SignIn(person);
                foreach (var path in pages)
                {
                    var page = await phone.Open(path);
                    Assert.NotNull(page.Page.QuerySelector($"a[href='{CastMeetings.Zoom}']"));
                    Assert.NotNull(page.Page.QuerySelector("button[name=act][value=late]"));
                }
            }
        }
        world.Clock.Now = at + Meeting.Length;
        using var omar = await world.SignIn(cast.Omar);
        foreach (var path in pages)
            Assert.Null((await omar.Open(path)).Page.QuerySelector($"a[href='{CastMeetings.Zoom}'], button[value=late]"));
    }

    [Theory, OnBoth]
    public async Task Days_before_the_home_page_offers_what_to_prepare_and_the_calendar(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.Plan(cast.SaraOmar);
        var meeting = (await world.Newest(cast.SaraOmar))!.Id.Value;
        using var omar = await world.SignIn(cast.Omar);

        var home = (await omar.Open("/")).Page;

        Assert.Equal("Add to my calendar", home.QuerySelector($"a[href='/meetings/{meeting}/calendar.ics']")!.TextContent.Trim());
        Assert.Equal("Write what you want to talk about", home.QuerySelector($"a[href='/meetings/{meeting}#points']")!.TextContent.Trim());
    }

    [Theory, OnBoth]
    public async Task Whom_one_met_and_on_which_day_stands_on_the_home_page(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        // Past midnight in Karachi.
        world.Clock.Now = Instant.FromUtc(2026, 9, 7, 20, 0);
        await world.Meet(cast.SaraOmar);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);

        Assert.Contains("You met Sara on 10 September.", (await omar.Open("/")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_place_and_the_number_stay_too(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar);
        world.Clock.Now = at + Duration.FromMinutes(3);
        using var omar = await world.SignIn(cast.Omar);

        foreach (
            var path in new[]
            {
                "/",
                $"/mentorships/{cast.SaraOmar.Id.Value}",
                $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}",
            }
        )
            Assert.Contains("In person: Block B.", (await omar.Open(path)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_says_to_be_late_in_the_tenth_minute_is_heard_on_the_others_home(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar);
        world.Clock.Now = at + Duration.FromMinutes(10);
        using var sara = await world.SignIn(cast.Sara);
        using var omar = await world.SignIn(cast.Omar);

        await sara.Send(await sara.Open("/"), "meeting", ("act", "late"));

        Assert.NotNull((await world.Newest(cast.SaraOmar))!.MentorLateAt);
        Assert.Contains(
            "late",
            string.Join(' ', (await omar.Open("/")).Page.QuerySelectorAll(".note").Select(n => n.TextContent)),
            StringComparison.Ordinal
        );
    }

    [Theory, OnBoth]
    public async Task When_somebody_said_to_be_late_is_told_by_the_readers_clock(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar);
        world.Clock.Now = at - Duration.FromMinutes(10);
        await world.Move(cast.Omar, "Europe/London");
        Assert.Null(await world.Use<SayLate, Refusal?>(say => say.Run(cast.SaraOmar.Id, cast.Sara.Id, default)));

        var time = world.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).TimeOfDay;
        using var omar = await world.SignIn(cast.Omar);
        var said = time.ToString("h:mm tt", System.Globalization.CultureInfo.InvariantCulture).ToLowerInvariant();
        Assert.Contains($"Said at {said}.", (await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_mentor_of_many_finds_the_meeting_that_goes_on_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar);
        world.Clock.Now = at + Duration.FromMinutes(1);
        using var sara = await world.SignIn(cast.Sara);

        Assert.Contains("Omar", (await sara.Open("/")).Title, StringComparison.Ordinal);
    }
}

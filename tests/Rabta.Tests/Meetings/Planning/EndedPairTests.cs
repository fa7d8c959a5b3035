using NodaTime;
using Rabta.Care.Queueing;
using Rabta.Meetings;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

public sealed class EndedPairTests
{
    [Theory, OnBoth]
    public async Task With_the_mentorship_ends_what_was_planned_and_the_calendar_says_so(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Planned);
        Assert.Null(await world.Use<EndMentorship, Refusal?>(e => e.Run(cast.SaraOmar.Id, null, "x", cast.Huda.Id, default)));
        using var omar = await world.SignIn(cast.Omar);
        var meeting = (await world.Newest(cast.SaraOmar))!;

        var page = await omar.Open($"/meetings/{meeting.Id.Value}");
        var file = await omar.Open($"/meetings/{meeting.Id.Value}/calendar.ics");

        Assert.Equal(MeetingState.Cancelled, meeting.State);
        Assert.StartsWith("The mentorship with Sara ended before", page.Title, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.Forms, f => f.Method == "post");
    }

    [Theory, OnBoth]
    public async Task Who_has_a_day_to_meet_needs_no_coordinator_until_it_passed_without_a_word(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        world.Clock.Pass(Duration.FromDays(22));
        async Task<bool> Needs() => (await world.Queue(Waits.NotMet, cast.Huda.Id)).Rows.Any(r => r.Pair.Id == cast.SaraOmar.Id);
        Assert.True(await Needs());

        await world.Plan(cast.SaraOmar);

        Assert.False(await Needs());
        world.Clock.Pass(Duration.FromDays(4));
        Assert.True(await Needs());
    }
}

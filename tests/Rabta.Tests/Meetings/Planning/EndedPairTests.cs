using NodaTime;
using Rabta.Care.Queueing;
using Rabta.Importing.Storing;
using Rabta.Meetings;
using Rabta.Meetings.States;
using Rabta.Mentorships.Ending;
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
        async Task<bool> Waits() =>
            (await world.Use<SeeQueue, QueuePage>(q => q.Run(WaitKind.NotMet, 1, cast.Huda.Id, default))).Rows.Any(r =>
                r.Pair.Id == cast.SaraOmar.Id
            );
        Assert.True(await Waits());

        await world.Plan(cast.SaraOmar);

        Assert.False(await Waits());
        world.Clock.Pass(Duration.FromDays(4));
        Assert.True(await Waits());
    }
}

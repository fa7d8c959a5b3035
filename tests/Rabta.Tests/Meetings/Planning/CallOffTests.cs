using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

/// <summary>Saying no, taking back, calling off, being late.</summary>
public sealed class CallOffTests
{
    [Theory, OnBoth]
    public async Task A_line_with_a_no_is_seen_by_the_other(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Proposed);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var meeting = await Meeting(world, cast.SaraOmar);

        await omar.Send(await omar.Open(meeting), "meeting", ("act", "decline"), ("line", "Exams until Thursday"));

        var seen = await sara.Open(meeting);
        Assert.Equal(
            ("Omar can't make any of these times.", true),
            (seen.Title, seen.Text.Contains("Exams until Thursday", StringComparison.Ordinal))
        );
        Assert.Contains("Exams until Thursday", (await sara.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Text, StringComparison.Ordinal);
        await world.SendMail();
        Assert.Contains(
            world.Emails.Sent,
            l => l.To == cast.Sara.Address && l.Subject.Contains("can't make your times", StringComparison.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task Times_taken_back_can_no_longer_be_taken(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Proposed);
        using var omar = await world.SignIn(cast.Omar);
        var open = await omar.Open(await Meeting(world, cast.SaraOmar));

        Assert.Equal("now.Proposed.theirs", (await world.CallOff(cast.SaraOmar, cast.Omar.Id, MeetingActs.Withdraw))?.Key);
        Assert.Null(await world.CallOff(cast.SaraOmar, cast.Sara.Id, MeetingActs.Withdraw));
        var late = await omar.Send(open, "meeting", ("act", "take:0"));

        Assert.Equal(
            (System.Net.HttpStatusCode.OK, ""),
            (late.Status, string.Join('\n', world.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal))))
        );
        Assert.Equal("Sara took these times back in the meantime. Suggest your own.", Assert.Single(late.Wrong));
        Assert.Equal(MeetingState.Withdrawn, (await world.Newest(cast.SaraOmar))!.State);
    }

    [Theory, OnBoth]
    public async Task What_is_called_off_is_told_with_its_line_and_a_new_time_is_suggested(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Planned);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var meeting = await Meeting(world, cast.SaraOmar);

        await sara.Send(await sara.Open(meeting), "meeting", ("act", "cancel"), ("line", "On call after all"));

        var home = await omar.Open("/");
        Assert.StartsWith("Sara can't come on", home.Title, StringComparison.Ordinal);
        Assert.Contains("On call after all", home.Text, StringComparison.Ordinal);
        Assert.NotNull(home.Page.QuerySelector($"a[href='/mentorships/{cast.SaraOmar.Id.Value}/meet']"));
    }

    [Theory, OnBoth]
    public async Task What_has_begun_is_neither_moved_nor_called_off(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        var open = await omar.Open(await Meeting(world, cast.SaraOmar));

        world.Clock.Now = at;

        Assert.Equal("now.Begun", (await world.CallOff(cast.SaraOmar, cast.Sara.Id, MeetingActs.Cancel))?.Key);
        Assert.Equal(
            "now.Begun",
            (await world.Suggest(cast.SaraOmar, cast.Sara.Id, MeetingActs.Move, CastMeetings.Offer(world.In(2))))?.Key
        );
        Assert.StartsWith(
            "The meeting with Sara has begun, so its time stays.",
            Assert.Single((await omar.Send(open, "meeting", ("act", "cancel"))).Wrong),
            StringComparison.Ordinal
        );
        Assert.Equal(MeetingState.Planned, (await world.Newest(cast.SaraOmar))!.State);
    }

    [Theory, OnBoth]
    public async Task To_be_late_is_said_near_the_meeting_and_told_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var at = await world.Plan(cast.SaraOmar);
        await world.SendMail();
        Task<Refusal?> Late() => world.Use<SayLate, Refusal?>(s => s.Run(cast.SaraOmar.Id, cast.Omar.Id, default));
        using var omar = await world.SignIn(cast.Omar);
        var meeting = await Meeting(world, cast.SaraOmar);

        Assert.DoesNotContain("I'm late", (await omar.Open(meeting)).Text, StringComparison.Ordinal);
        Assert.Equal("late.not-today", (await Late())?.Key);
        world.Clock.Now = at - Duration.FromMinutes(30);
        await omar.Send(await omar.Open(meeting), "meeting", ("act", "late"));
        world.Clock.Now = at + Duration.FromMinutes(10);
        Assert.Null(await Late());
        await world.SendMail();

        Assert.Single(
            world.Emails.Sent,
            l => l.To == cast.Sara.Address && l.Subject.StartsWith("Omar is running late", StringComparison.Ordinal)
        );
        Assert.Equal(at - Duration.FromMinutes(30), (await world.Newest(cast.SaraOmar))!.MenteeLateAt);
        world.Clock.Now = at + Length;
        Assert.Equal("late.not-today", (await world.Use<SayLate, Refusal?>(s => s.Run(cast.SaraOmar.Id, cast.Sara.Id, default)))?.Key);
    }

    private static readonly Duration Length = Rabta.Meetings.Meeting.Length;

    private static async Task<string> Meeting(World world, Mentorship pair) => $"/meetings/{(await world.Newest(pair))!.Id.Value}";
}

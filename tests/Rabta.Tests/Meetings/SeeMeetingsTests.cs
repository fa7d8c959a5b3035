using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Preparing;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings;

public sealed class SeeMeetingsTests
{
    [Theory, OnBoth]
    public async Task Meetings_that_are_over_stand_newest_first_for_the_two_and_for_staff(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var _ in Enumerable.Range(0, 11))
            await world.Meet(cast.SaraOmar);
        var pair = await world.Use<SeeMeetings, PairNow?>(s => s.Of(cast.SaraOmar.Id, cast.Omar.Id, default));
        var newest = pair!.Newest!.At!.Value;
        var days = Enumerable.Range(0, 10).Select(i => newest - Duration.FromDays(2 * i)).ToArray();

        var theirs = await world.Use<SeeMeetings, List<Meeting>>(s => s.Past(pair.Pair, 10, default));
        var staffs = await world.Use<SeeMeetings, List<MeetingSeenByStaff>>(s => s.ForStaff(cast.SaraOmar.Id, cast.Huda.Id, default));

        Assert.Equal(days.Select(Date), theirs.Select(m => Date(m.At!.Value)));
        Assert.Equal(days.Select(Date), staffs.Select(m => Date(m.At)));
        Assert.Empty(await world.Use<SeeMeetings, List<MeetingSeenByStaff>>(s => s.ForStaff(cast.SaraOmar.Id, cast.Sara.Id, default)));
    }

    [Theory, OnBoth]
    public async Task What_was_talked_about_stands_in_the_order_it_was_put_in(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        foreach (var text in new[] { "Third year", "An ECG", "My sister" })
        {
            world.Clock.Pass(Duration.FromMinutes(1));
            Assert.Null(await world.Use<AddPoint, Refusal?>(a => a.Run(cast.SaraOmar.Id, text, null, cast.Omar.Id, default)));
        }
        await world.Meet(cast.SaraOmar);
        var meeting = (await world.Newest(cast.SaraOmar))!.Id;

        var talked = await world.Use<SeeMeetings, List<TalkingPoint>>(s => s.TalkedAt(meeting, default));

        Assert.Equal(["Third year", "An ECG", "My sister"], talked.Select(p => p.Text));
    }

    [Theory, OnBoth]
    public async Task After_a_meeting_it_is_ones_turn_where_the_next_is_due_it_failed_or_they_remember_it_differently(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        Assert.Equal((Turn.Both, Turn.Both), await Turns());

        world.Clock.Pass(Duration.FromDays((7 * cast.Programme.WeeksBetweenMeetings) + 1));
        Assert.Equal((Turn.Mine, Turn.Mine), await Turns());

        await world.Meet(cast.SaraOmar, Outcome.Missed);
        Assert.Equal((Turn.Mine, Turn.Mine), await Turns());

        await world.Meet(cast.SaraOmar);
        Assert.Equal((Turn.Both, Turn.Both), await Turns());
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed));
        Assert.Equal((Turn.Mine, Turn.Mine), await Turns());

        async Task<(Turn Mentor, Turn Mentee)> Turns() => (await Of(cast.Sara.Id), await Of(cast.Omar.Id));

        async Task<Turn> Of(PersonId me) => (await world.Use<SeeMeetings, PairNow?>(s => s.Of(cast.SaraOmar.Id, me, default)))!.Turn;
    }

    private static LocalDate Date(Instant at) => at.InUtc().Date;
}

using NodaTime;
using Rabta.Care.Waiving;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Preparing;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

/// <summary>Which times can be offered, and how to meet.</summary>
public sealed class SuggestTimesTests
{
    [Theory, OnBoth]
    public async Task The_first_meeting_is_in_person_until_that_is_waived(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);

        Assert.Equal("plan.in-person-only", await Propose(world, cast.SaraOmar, CastMeetings.Online(world.In(2))));
        Assert.Equal("plan.in-person-only", await Propose(world, cast.SaraOmar, new(MeetingFormat.Phone, null, null, null, [world.In(2)])));
        Assert.Null(await world.Newest(cast.SaraOmar));
        Assert.Null(await world.Use<WaiveInPerson, Refusal?>(w => w.Run(cast.SaraOmar.Id, "Omar is in Gilgit", cast.Huda.Id, default)));
        Assert.Null(await Propose(world, cast.SaraOmar, CastMeetings.Online(world.In(2))));
    }

    [Theory, OnBoth]
    public async Task After_the_first_meeting_any_way_to_meet_is_right(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);

        Assert.Null(await Propose(world, cast.SaraOmar, new(MeetingFormat.Phone, null, null, null, [world.In(2)])));
    }

    [Theory, OnBoth]
    public async Task A_meeting_that_did_not_happen_does_not_end_the_rule(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar, Outcome.Missed);

        Assert.Equal("plan.in-person-only", await Propose(world, cast.SaraOmar, CastMeetings.Online(world.In(2))));
    }

    [Theory, OnBoth]
    public async Task Times_are_ahead_and_within_half_a_year_and_at_most_three(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);

        Assert.Equal("plan.past", await Propose(world, cast.SaraOmar, CastMeetings.Offer(world.Clock.Now)));
        Assert.Equal("plan.past", await Propose(world, cast.SaraOmar, CastMeetings.Offer(world.In(-1), world.In(2))));
        Assert.Equal("plan.far", await Propose(world, cast.SaraOmar, CastMeetings.Offer(world.In(180, 1))));
        Assert.Equal("plan.no-time", await Propose(world, cast.SaraOmar, CastMeetings.Offer()));
        Assert.Equal(
            "plan.no-time",
            await Propose(world, cast.SaraOmar, CastMeetings.Offer(world.In(1), world.In(2), world.In(3), world.In(4)))
        );
        Assert.Null(await world.Newest(cast.SaraOmar));
        Assert.Null(await Propose(world, cast.SaraOmar, CastMeetings.Offer(world.In(180))));
    }

    [Theory, OnBoth]
    public async Task What_to_talk_about_goes_along_and_the_list_stays_at_twenty(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        for (var i = 0; i < 18; i++)
            await world.Use<Rabta.Meetings.Preparing.AddPoint, Refusal?>(a =>
                a.Run(cast.SaraOmar.Id, $"Point {i}", null, cast.Sara.Id, default)
            );

        async Task<string?> With(string points) =>
            (
                await world.Use<SuggestTimes, Refusal?>(s =>
                    s.Run(
                        cast.SaraOmar.Id,
                        MeetingActs.Propose,
                        new(Ids.Source()),
                        CastMeetings.Offer(world.In(2)),
                        points,
                        0,
                        cast.Omar.Id,
                        default
                    )
                )
            )?.Key;

        Assert.Equal("point.many", await With("One\nTwo\nThree"));
        Assert.Null(await world.Newest(cast.SaraOmar));
        Assert.Null(await With("One\nPoint 3\nTwo"));
    }

    private static async Task<string?> Propose(World world, Mentorship pair, Suggestion suggestion) =>
        (await world.Suggest(pair, pair.MentorId, MeetingActs.Propose, suggestion))?.Key;
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Talking;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;
using Rabta.Programmes;
using Rabta.Tests.Care.Queueing;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Care.Talking;

public sealed class PlanTalkTests
{
    [Theory, OnBoth]
    public async Task A_talk_keeps_the_pair_away_until_its_day_begins_where_the_college_is(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        using var huda = await world.SignIn(cast.Huda);
        var id = cast.BilalNida.Id.Value;

        var after = await huda.Send(await huda.Open("/"), "talk", ("pair", $"{id}"), ($"on-{id}", "2026-10-02"));
        // Midnight in Rawalpindi is seven in the evening here.
        world.Clock.Now = Instant.FromUtc(2026, 10, 1, 18, 59, 59);
        Assert.DoesNotContain(Waits.ConnectionFailed, (await QueueTests.See(world, cast.Huda)).Counts.Keys);
        world.Clock.Pass(Duration.FromSeconds(1));

        Assert.Contains(
            "A talk is planned for Friday 2 October 2026.",
            after.Page.QuerySelector("details.fold")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await QueueTests.See(world, cast.Huda)).Counts[Waits.ConnectionFailed]);
        Assert.Contains("A talk is planned for Friday 2 October 2026.", (await huda.Open("/")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_day_that_is_over_or_too_far_is_asked_for_again_with_what_was_typed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        using var huda = await world.SignIn(cast.Huda);
        var (home, id) = (await huda.Open("/"), cast.SaraOmar.Id.Value);
        var today = await world.Use<PlanTalk, LocalDate>(p => Task.FromResult(p.Today));

        var answer = await huda.Send(home, "talk", ("pair", $"{id}"), ($"on-{id}", "2026-09-29"));

        Assert.Contains(answer.Wrong, w => w.StartsWith("Choose a day from today on", StringComparison.Ordinal));
        Assert.Equal("2026-09-29", answer.Page.QuerySelector($"#on-{id}")!.GetAttribute("value"));
        Assert.NotNull(answer.Page.QuerySelector($"#on-{id}")!.Closest("details[open]"));
        Assert.Equal("talk.which-day", (await Talk(world, cast, today.PlusDays(61)))?.Key);
        Assert.Equal("talk.which-day", (await Talk(world, cast, null))?.Key);
        Assert.Null(await Talk(world, cast, today.PlusDays(60)));
        Assert.Null(await Talk(world, cast, today.PlusDays(60)));
        Assert.Equal(1, await world.Ask(db => db.Set<JournalEntry>().CountAsync(e => e.What == "mentorship.talk-planned")));
        Assert.Null(await Talk(world, cast, today));
        Assert.Equal(1, (await QueueTests.See(world, cast.Huda)).Counts[Waits.NotMet]);
    }

    [Theory, OnBoth]
    public async Task Today_is_the_day_of_the_college_and_not_of_the_server(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        var there = world.Clock.Now.InUtc().Date.PlusDays(1);
        world.Clock.Now = there.AtMidnight().InUtc().ToInstant() - Duration.FromHours(3);

        Assert.Equal("talk.which-day", (await Talk(world, cast, there.PlusDays(-1)))?.Key);
        Assert.Equal("talk.which-day", (await Talk(world, cast, there.PlusDays(61)))?.Key);
        Assert.Null(await Talk(world, cast, there.PlusDays(60)));
        Assert.Null(await Talk(world, cast, there));
    }

    private static Task<Refusal?> Talk(World world, Cast cast, LocalDate? day) =>
        world.Use<PlanTalk, Refusal?>(p => p.Run(cast.SaraOmar.Id, day, cast.Huda.Id, default));
}

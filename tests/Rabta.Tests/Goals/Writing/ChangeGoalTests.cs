using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Goals;
using Rabta.Goals.Writing;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Goals.Writing;

/// <summary>Omar's goal has two steps; the first, "Chapter four", is ticked.</summary>
public sealed class ChangeGoalTests
{
    [Theory, OnBoth]
    public async Task A_step_whose_words_stay_keeps_its_tick(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        Assert.Null(await Change(world, cast, new("Pass Physiology well", null, "Chapter three\nChapter four\nOld papers")));

        var goal = await Goal(world, cast);
        Assert.Equal("Pass Physiology well", goal.Text);
        Assert.Equal([new Step("Chapter three", false), new("Chapter four", true), new("Old papers", false)], goal.Steps);
    }

    [Theory, OnBoth]
    public async Task A_day_that_has_passed_meanwhile_may_stay_but_none_is_set(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        Assert.Null(await Change(world, cast, new("Pass Physiology", "2026-09-10")));
        world.Clock.Pass(Duration.FromDays(30));

        Assert.Null(await Change(world, cast, new("Pass it after all", "2026-09-10")));
        Assert.Equal("goal.date-past", (await Change(world, cast, new("Pass it after all", "2026-09-11")))?.Key);
        Assert.Equal(new LocalDate(2026, 9, 10), (await Goal(world, cast)).By);
    }

    [Theory, OnBoth]
    public async Task The_same_words_again_change_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        foreach (var _ in new[] { 1, 2 })
            Assert.Null(await Change(world, cast, new("In other words", null, "Past papers")));

        Assert.Equal(1, await world.Ask(db => db.Set<JournalEntry>().CountAsync(e => e.What == "goal.changed")));
    }

    [Theory, OnBoth]
    public async Task Nobody_else_changes_ticks_or_settles_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        var before = await Walls.Fingerprint.Of(world);

        foreach (var person in new[] { cast.Sara.Id, cast.Nida.Id, cast.Huda.Id })
        {
            Assert.Equal(
                "goal.gone",
                (await world.Use<ChangeGoal, Refusal?>(change => change.Run(cast.Goal, new("Mine"), person, default)))?.Key
            );
            Assert.Equal(
                "goal.gone",
                (await world.Use<TickStep, Refusal?>(tick => tick.Run(cast.Goal, 1, "Past papers", true, person, default)))?.Key
            );
            Assert.Equal(
                "goal.gone",
                (await world.Use<SettleGoal, Refusal?>(settle => settle.Run(cast.Goal, GoalState.Done, person, default)))?.Key
            );
        }
        Assert.Equal(before, await Walls.Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task A_step_is_ticked_once_and_the_tick_can_be_taken_back(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        foreach (var _ in new[] { 1, 2 })
            Assert.Null(await Tick(world, cast, 1, "Past papers", true));
        Assert.Equal(2, (await Goal(world, cast)).StepsDone);
        Assert.Equal(1, await world.Ask(db => db.Set<JournalEntry>().CountAsync(e => e.What == "step.done")));
        Assert.Null(await Tick(world, cast, 0, "Chapter four", false));
        Assert.Equal("Chapter four", (await Goal(world, cast)).Next?.Text);
    }

    [Theory, OnBoth]
    public async Task A_page_from_before_a_change_ticks_no_other_step(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);
        var stale = await omar.Open($"/goals/{cast.Goal.Value}");
        await Change(world, cast, new("Pass Physiology", null, "Past papers\nChapter four"));

        var answer = await omar.Send(stale, "goal-step", ("step", "1 do Past papers"));

        Assert.Contains(answer.Wrong, w => w.Contains("nothing was ticked", StringComparison.Ordinal));
        Assert.Equal([new Step("Past papers", false), new("Chapter four", true)], (await Goal(world, cast)).Steps);
        await Change(world, cast, new("Pass Physiology"));
        Assert.Contains(
            (await omar.Send(stale, "goal-step", ("step", "0 undo Chapter four"), ("_write", $"{Guid.CreateVersion7()}"))).Wrong,
            w => w.Contains("nothing was ticked", StringComparison.Ordinal)
        );
        Assert.Equal("step.changed", (await Tick(world, cast, 7, "Past papers", true))?.Key);
    }

    [Theory, OnBoth]
    public async Task Two_steps_ticked_at_once_are_both_ticked(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        await Change(world, cast, new("Pass", null, "1\n2\n3\n4\n5\n6"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Tick(world, cast, i, $"{i + 1}", true))));

        Assert.Equal(6, (await Goal(world, cast)).StepsDone);
    }

    [Theory, OnBoth]
    public async Task A_goal_is_reached_once_put_aside_and_opened_again(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Settle(world, cast, GoalState.Done))));

        var told = await world.Ask(db => db.Notices.SingleAsync());
        Assert.Equal(("goal.done", cast.Sara.Id), (told.Kind, told.PersonId));
        foreach (var state in new[] { GoalState.PutAside, GoalState.Open })
        {
            Assert.Null(await Settle(world, cast, state));
            Assert.Equal(state, (await Goal(world, cast)).State);
        }
        Assert.Equal(1, await world.Ask(db => db.Notices.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task After_the_end_it_still_belongs_to_Omar_and_nobody_hears_of_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default));
        var told = await world.Ask(db => db.Notices.CountAsync());

        Assert.Null(await Change(world, cast, new("Pass it alone")));
        Assert.Null(await Settle(world, cast, GoalState.Done));

        Assert.Equal(told, await world.Ask(db => db.Notices.CountAsync()));
        Assert.Equal("Pass it alone", (await Goal(world, cast)).Text);
    }

    private static Task<Goal> Goal(World world, Cast cast) => world.Ask(db => db.Goals.AsNoTracking().SingleAsync(g => g.Id == cast.Goal));

    private static Task<Refusal?> Change(World world, Cast cast, GoalWords words) =>
        world.Use<ChangeGoal, Refusal?>(change => change.Run(cast.Goal, words, cast.Omar.Id, default));

    private static Task<Refusal?> Tick(World world, Cast cast, int index, string text, bool done) =>
        world.Use<TickStep, Refusal?>(tick => tick.Run(cast.Goal, index, text, done, cast.Omar.Id, default));

    private static Task<Refusal?> Settle(World world, Cast cast, GoalState to) =>
        world.Use<SettleGoal, Refusal?>(settle => settle.Run(cast.Goal, to, cast.Omar.Id, default));
}

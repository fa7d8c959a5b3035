using NodaTime;
using Rabta.Goals;
using Rabta.Goals.Suggesting;
using Rabta.Goals.Writing;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Goals;

/// <summary>A day ends where people live, not where the server stands: Rawalpindi is five hours ahead of it.</summary>
public sealed class DaysOfGoalsTests
{
    private const string Yesterday = "2026-09-07",
        Today = "2026-09-08";

    [Theory, OnBoth]
    public async Task A_goal_is_for_today_or_later_as_the_college_counts(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        world.Clock.Now = Instant.FromUtc(2026, 9, 7, 20, 30);
        var (goal, suggestion) = (new GoalId(Ids.Source()), new GoalSuggestionId(Ids.Source()));

        Assert.Equal("goal.date-past", (await Write(goal, Yesterday))?.Key);
        Assert.Null(await Write(goal, Today));
        Assert.Equal("goal.date-past", (await Change(Yesterday))?.Key);
        Assert.Null(await Change(Today));
        Assert.Equal("goal.date-past", (await Suggest(suggestion, Yesterday))?.Key);
        Assert.Null(await Suggest(suggestion, Today));
        Assert.Equal("goal.date-past", (await Take(Yesterday))?.Key);
        Assert.Null(await Take(Today));

        Task<Refusal?> Write(GoalId id, string by) =>
            world.Use<WriteGoal, Refusal?>(w => w.Run(id, cast.SaraOmar.Id, new("Read", by), cast.Omar.Id, default));
        Task<Refusal?> Change(string by) => world.Use<ChangeGoal, Refusal?>(c => c.Run(goal, new("Read more", by), cast.Omar.Id, default));
        Task<Refusal?> Suggest(GoalSuggestionId id, string by) =>
            world.Use<SuggestGoal, Refusal?>(s => s.Run(id, cast.SaraOmar.Id, new("Write", by), cast.Sara.Id, default));
        Task<Refusal?> Take(string by) =>
            world.Use<AnswerSuggestion, Refusal?>(a => a.Run(suggestion, new("Write", by), cast.Omar.Id, default));
    }
}

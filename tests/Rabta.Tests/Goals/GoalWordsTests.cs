using NodaTime;
using Rabta.Goals;

namespace Rabta.Tests.Goals;

public sealed class GoalWordsTests
{
    private static readonly LocalDate Today = new(2026, 9, 7);

    [Fact]
    public void As_long_as_may_be_is_taken_and_one_more_is_refused()
    {
        Assert.Null(Of(new('x', Goal.Longest)));
        Assert.Equal("goal.too-long", Of(new('x', Goal.Longest + 1)));
        Assert.Null(Of("Read", steps: new('x', Goal.LongestStep)));
        Assert.Equal("goal.step-too-long", Of("Read", steps: new('x', Goal.LongestStep + 1)));
        Assert.Null(Of("Read", steps: Lines(Goal.MostSteps)));
        Assert.Equal("goal.too-many-steps", Of("Read", steps: Lines(Goal.MostSteps + 1)));
    }

    [Fact]
    public void A_goal_is_by_today_or_later_and_a_day_that_it_has_may_stay()
    {
        Assert.Null(Of("Read", by: "2026-09-07"));
        Assert.Equal("goal.date-past", Of("Read", by: "2026-09-06"));
        Assert.Null(new GoalWords("Read", "2026-09-06").Wrong(Today, kept: new(2026, 9, 6)));
        Assert.Equal("goal.date-unread", Of("Read", by: "soon"));
        Assert.Equal("goal.no-text", Of("  "));
    }

    private static string? Of(string text, string? by = null, string? steps = null) => new GoalWords(text, by, steps).Wrong(Today)?.Key;

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(i => $"Step {i}"));
}

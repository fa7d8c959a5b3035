using Rabta.Goals;
using Rabta.Goals.Commenting;
using Rabta.Goals.Suggesting;
using Rabta.Goals.Writing;
using Rabta.Meetings.Telling;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class GoalsJournalTests
{
    [Theory, OnBoth]
    public async Task Everything_about_a_goal_stands_in_the_journal_without_its_words(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        var (omar, pair, goal) = (cast.Omar, cast.SaraOmar.Id, new GoalId(Ids.Source()));

        await world.Notes<WriteGoal>(
            "goal.written",
            goal.Value,
            omar,
            write => write.Run(goal, pair, new("Pass Physiology", null, "Chapter four"), omar.Id, default)
        );
        await world.Notes<ChangeGoal>(
            "goal.changed",
            goal.Value,
            omar,
            change => change.Run(goal, new("Pass it", null, "Chapter four"), omar.Id, default)
        );
        await world.NotesNothing(() =>
            world.Use<ChangeGoal, object?>(async change => await change.Run(goal, new("Pass it", null, "Chapter four"), omar.Id, default))
        );
        var done = await world.Notes<TickStep>(
            "step.done",
            goal.Value,
            omar,
            tick => tick.Run(goal, 0, "Chapter four", true, omar.Id, default)
        );
        var undone = await world.Notes<TickStep>(
            "step.undone",
            goal.Value,
            omar,
            tick => tick.Run(goal, 0, "Chapter four", false, omar.Id, default)
        );
        Assert.Equal(("0", "1", "1", "0"), (done.Before, done.After, undone.Before, undone.After));
        await world.Notes<CommentGoal>(
            "goal.commented",
            goal.Value,
            cast.Sara,
            comment => comment.Run(new(Ids.Source()), goal, "Half way", cast.Sara.Id, default)
        );
        var settled = await world.Notes<SettleGoal>(
            "goal.settled",
            goal.Value,
            omar,
            settle => settle.Run(goal, GoalState.Done, omar.Id, default)
        );
        Assert.Equal(("Open", "Done"), (settled.Before, settled.After));
        Assert.DoesNotContain(await world.Journal(), l => $"{l.Why}{l.Before}{l.After}".Contains("Pass", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_suggestion_and_its_answer_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        var (taken, left) = (new GoalSuggestionId(Ids.Source()), new GoalSuggestionId(Ids.Source()));

        foreach (var id in new[] { taken, left })
        {
            var suggested = await world.Notes<SuggestGoal>(
                "goal.suggested",
                id.Value,
                cast.Sara,
                suggest => suggest.Run(id, cast.SaraOmar.Id, new("Join the journal club"), cast.Sara.Id, default)
            );
            Assert.Equal(cast.Omar.Id, suggested.OnBehalfOf);
        }
        await world.Notes<AnswerSuggestion>(
            "suggestion.taken",
            taken.Value,
            cast.Omar,
            answer => answer.Run(taken, new("Join it"), cast.Omar.Id, default)
        );
        await world.Notes<AnswerSuggestion>(
            "suggestion.not-now",
            left.Value,
            cast.Omar,
            answer => answer.Run(left, null, cast.Omar.Id, default)
        );
    }
}

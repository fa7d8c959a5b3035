using Microsoft.EntityFrameworkCore;
using Rabta.Goals;
using Rabta.Goals.Commenting;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Goals.Commenting;

public sealed class CommentGoalTests
{
    [Theory, OnBoth]
    public async Task Both_say_something_and_the_other_hears_that_they_did(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        using var sara = await world.SignIn(cast.Sara);

        var page = await sara.Send(await sara.Open($"/goals/{cast.Goal.Value}"), "goal-comment", ("comment", "Well begun"));
        Assert.Null(await Say(world, cast, cast.Omar, "Thank you"));

        Assert.Contains("Well begun", page.Text, StringComparison.Ordinal);
        var told = await world.Ask(db => db.Notices.ToListAsync());
        Assert.Equal("Sara", told.Single(n => n.PersonId == cast.Omar.Id).Values[0].ToString());
        Assert.Equal("Omar", told.Single(n => n.PersonId == cast.Sara.Id).Values[0].ToString());
    }

    [Theory, OnBoth]
    public async Task The_same_comment_ten_times_at_once_is_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        var id = new GoalCommentId(Ids.Source());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => Say(world, cast, cast.Sara, "Well begun", id)))
        );

        Assert.All(answers, Assert.Null);
        Assert.Equal(1, await world.Ask(db => db.GoalComments.CountAsync(c => c.By == cast.Sara.Id)));
        Assert.Equal(1, await world.Ask(db => db.Notices.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task An_empty_or_endless_comment_is_refused_in_words(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        Assert.Equal("comment.no-text", (await Say(world, cast, cast.Omar, " "))?.Key);
        Assert.Equal("comment.too-long", (await Say(world, cast, cast.Omar, new string('x', GoalComment.Longest + 1)))?.Key);
        Assert.Null(await Say(world, cast, cast.Omar, string.Concat(Enumerable.Repeat("a\r\n", 249)) + "ab"));
    }

    [Theory, OnBoth]
    public async Task Nobody_else_comments_and_after_the_end_only_Omar(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        foreach (var person in new[] { cast.Bilal, cast.Amal, cast.Huda })
            Assert.Equal("goal.gone", (await Say(world, cast, person, "Hello"))?.Key);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default));
        Assert.Equal("goal.gone", (await Say(world, cast, cast.Sara, "Hello"))?.Key);
        Assert.Null(await Say(world, cast, cast.Omar, "I go on alone"));
        Assert.Equal(0, await world.Ask(db => db.Notices.CountAsync(n => n.Kind == "goal.commented")));
    }

    private static Task<Refusal?> Say(World world, Cast cast, Person by, string text, GoalCommentId? id = null) =>
        world.Use<CommentGoal, Refusal?>(comment => comment.Run(id ?? new(Ids.Source()), cast.Goal, text, by.Id, default));
}

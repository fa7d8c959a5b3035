using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Goals;
using Rabta.Goals.Suggesting;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Goals.Suggesting;

public sealed class SuggestionTests
{
    [Theory, OnBoth]
    public async Task Sara_suggests_and_nothing_becomes_a_goal_by_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        using var sara = await world.SignIn(cast.Sara);

        var answer = await sara.Send(
            await sara.Open($"/mentorships/{cast.SaraOmar.Id.Value}/goal"),
            "goal-suggest",
            ("text", "Join the journal club"),
            ("by", "2026-12-03")
        );

        Assert.Contains("You suggested: Join the journal club", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.Ask(db => db.Goals.CountAsync()));
        Assert.Null(await world.Ask(db => db.Goals.Where(g => g.MentorshipId == cast.SaraOmar.Id).MinAsync(g => (Instant?)g.WrittenAt)));
        await world.SendMail();
        var email = Assert.Single(world.Emails.Sent, l => l.To == cast.Omar.Address);
        Assert.DoesNotContain("journal club", email.Body, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Only_the_mentor_suggests_and_only_once_both_have_accepted(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal("goal.not-yet", (await Suggest(world, cast, cast.Sara, "Read"))?.Key);
        await world.Accepted(cast);
        foreach (var person in new[] { cast.Omar, cast.Bilal, cast.Huda })
            Assert.Equal("goal.has-ended", (await Suggest(world, cast, person, "Read"))?.Key);
        Assert.Equal("goal.no-text", (await Suggest(world, cast, cast.Sara, " "))?.Key);
        await End(world, cast);
        Assert.Equal("goal.has-ended", (await Suggest(world, cast, cast.Sara, "Read"))?.Key);
        Assert.Equal(0, await world.Ask(db => db.GoalSuggestions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Omar_takes_it_in_his_own_words_and_Sara_hears_of_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/suggestions/{cast.Suggestion.Value}");
        Assert.Contains("Join the journal club", page.Html, StringComparison.Ordinal);

        var answer = await omar.Send(page, "goal-take", ("text", "Speak in the journal club"), ("steps", "Choose a paper"));

        Assert.Equal("Speak in the journal club", answer.Title);
        var told = await world.Ask(db => db.Notices.SingleAsync(n => n.Kind == "suggestion.taken"));
        Assert.Equal((cast.Sara.Id, answer.Path), (told.PersonId, told.Path));
        Assert.NotNull(await world.Ask(db => db.Goals.Where(g => g.MentorshipId == cast.SaraOmar.Id).MinAsync(g => (Instant?)g.WrittenAt)));
        // Going back leads to what became of it.
        Assert.Equal("Speak in the journal club", (await omar.Open($"/suggestions/{cast.Suggestion.Value}")).Title);
    }

    [Theory, OnBoth]
    public async Task Ten_takes_at_once_make_one_goal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Answer(world, cast, new($"Words {i}")))));

        Assert.All(answers, Assert.Null);
        Assert.Equal(2, await world.Ask(db => db.Goals.CountAsync(g => g.MenteeId == cast.Omar.Id)));
        Assert.Equal(1, await world.Ask(db => db.Notices.CountAsync(n => n.Kind == "suggestion.taken")));
    }

    [Theory, OnBoth]
    public async Task Taken_on_one_phone_and_put_off_on_the_other_the_first_answer_stands(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => Answer(world, cast, i % 2 == 0 ? new("Mine") : null)))
        );

        var suggestion = await world.Ask(db => db.GoalSuggestions.AsNoTracking().SingleAsync(s => s.Id == cast.Suggestion));
        var goals = await world.Ask(db => db.Goals.CountAsync(g => g.MenteeId == cast.Omar.Id));
        Assert.Equal((suggestion.Taken, suggestion.GoalId is not null), goals == 2 ? (true, true) : (false, false));
        Assert.All(answers.Index(), a => Assert.Equal(suggestion.Taken == (a.Index % 2 == 0) ? null : "suggestion.answered", a.Item?.Key));
    }

    [Theory, OnBoth]
    public async Task A_page_from_before_the_answer_says_that_it_was_given(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);
        var (list, one) = (await omar.Open("/goals"), await omar.Open($"/suggestions/{cast.Suggestion.Value}"));
        Assert.Null(await Answer(world, cast, new("Mine")));

        Assert.Contains((await omar.Send(list, "goal-not-now")).Wrong, w => w.Contains("answered already", StringComparison.Ordinal));
        Assert.Contains(
            (await omar.Send(one, "goal-take", ("do", "not-now"))).Wrong,
            w => w.Contains("answered already", StringComparison.Ordinal)
        );
        Assert.Equal("Mine", (await omar.Send(one, "goal-take", ("text", "Other words"), ("_write", $"{Guid.CreateVersion7()}"))).Title);
    }

    [Theory, OnBoth]
    public async Task Not_now_makes_no_goal_and_no_news(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);

        var answer = await omar.Send(await omar.Open("/goals"), "goal-not-now");

        Assert.Equal("/goals", answer.Path);
        Assert.DoesNotContain("journal club", answer.Text, StringComparison.Ordinal);
        Assert.Null(await Answer(world, cast, null));
        Assert.Equal("suggestion.answered", (await Answer(world, cast, new("Mine after all")))?.Key);
        Assert.Equal(0, await world.Ask(db => db.Notices.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Nobody_else_answers_and_nobody_after_the_end(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        foreach (var person in new[] { cast.Sara, cast.Nida, cast.Huda })
            Assert.Equal("suggestion.answered", (await Answer(world, cast, new("Mine"), person))?.Key);
        Assert.Equal("goal.no-text", (await Answer(world, cast, new("")))?.Key);
        await End(world, cast);
        Assert.Equal("goal.has-ended", (await Answer(world, cast, new("Mine")))?.Key);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/goals");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("journal club", page.Text, StringComparison.Ordinal);
    }

    private static Task<Refusal?> Suggest(World world, Cast cast, Person by, string text) =>
        world.Use<SuggestGoal, Refusal?>(suggest => suggest.Run(new(Ids.Source()), cast.SaraOmar.Id, new(text), by.Id, default));

    private static Task<Refusal?> Answer(World world, Cast cast, GoalWords? words, Person? by = null) =>
        world.Use<AnswerSuggestion, Refusal?>(answer => answer.Run(cast.Suggestion, words, (by ?? cast.Omar).Id, default));

    private static Task<Refusal?> End(World world, Cast cast) =>
        world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default));
}

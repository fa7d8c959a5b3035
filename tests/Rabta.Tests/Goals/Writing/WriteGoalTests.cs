using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Goals;
using Rabta.Goals.Writing;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Goals.Writing;

public sealed class WriteGoalTests
{
    private static readonly GoalWords Physiology = new(
        "Pass  Physiology\nthe first time",
        "2026-12-03",
        "Chapter four\r\n\r\n Past papers "
    );

    [Theory, OnBoth]
    public async Task Omar_writes_a_goal_and_Sara_hears_that_he_did_but_not_what(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);

        Assert.Null(await Write(world, cast.SaraOmar, cast.Omar, Physiology));

        var goal = await world.Ask(db => db.Goals.SingleAsync());
        Assert.Equal(
            ("Pass Physiology the first time", new NodaTime.LocalDate(2026, 12, 3), GoalState.Open),
            (goal.Text, goal.By, goal.State)
        );
        Assert.Equal([new Step("Chapter four", false), new("Past papers", false)], goal.Steps);
        Assert.Equal(
            world.Clock.Now,
            await world.Ask(db => db.Goals.Where(g => g.MentorshipId == cast.SaraOmar.Id).MinAsync(g => (Instant?)g.WrittenAt))
        );
        var told = await world.Ask(db => db.Notices.SingleAsync(n => n.Kind == "goal.written"));
        Assert.Equal((cast.Sara.Id, $"/goals/{goal.Id.Value}"), (told.PersonId, told.Path));
        Assert.DoesNotContain(told.Values.SelectMany(v => v.Texts.Values), v => v.Contains("Physiology", StringComparison.Ordinal));
        Assert.Equal(
            1,
            await world.Ask(db =>
                db.Set<JournalEntry>().CountAsync(e => e.What == "goal.written" && e.Subject == goal.Id.Value && e.After == null)
            )
        );
    }

    [Theory, OnBoth]
    public async Task The_same_goal_ten_times_at_once_is_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        var id = new GoalId(Ids.Source());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => Write(world, cast.SaraOmar, cast.Omar, Physiology, id)))
        );

        Assert.All(answers, Assert.Null);
        Assert.Equal(1, await world.Ask(db => db.Goals.CountAsync()));
        Assert.Equal(1, await world.Ask(db => db.Notices.CountAsync(n => n.Kind == "goal.written")));
    }

    [Theory, OnBoth]
    public async Task Before_both_have_accepted_and_after_the_end_no_goal_begins(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal("goal.not-yet", (await Write(world, cast.SaraOmar, cast.Omar, Physiology))?.Key);
        await world.Accepted(cast);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default));
        Assert.Equal("goal.has-ended", (await Write(world, cast.SaraOmar, cast.Omar, Physiology))?.Key);
        Assert.Equal(0, await world.Ask(db => db.Goals.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Nobody_writes_a_goal_for_someone_else(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);

        foreach (var person in new[] { cast.Sara, cast.Nida, cast.Huda })
            Assert.Equal("goal.has-ended", (await Write(world, cast.SaraOmar, person, Physiology))?.Key);
        Assert.Equal(0, await world.Ask(db => db.Goals.CountAsync()));
    }

    [Theory]
    [OnBoth(" ", null, null, "goal.no-text")]
    [OnBoth("Read", "2026-09-06", null, "goal.date-past")]
    [OnBoth("Read", "next week", null, "goal.date-unread")]
    [OnBoth("Read", null, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21", "goal.too-many-steps")]
    public async Task What_cannot_be_saved_is_said_in_words(Engine on, string text, string? by, string? steps, string refusal)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);

        Assert.Equal(refusal, (await Write(world, cast.SaraOmar, cast.Omar, new(text, by, steps)))?.Key);
    }

    [Theory, OnBoth]
    public async Task Nothing_that_was_typed_is_lost(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        using var omar = await world.SignIn(cast.Omar);

        var answer = await omar.Send(
            await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/goal"),
            "goal-write",
            ("text", "Pass Physiology"),
            ("by", "2020-01-01"),
            ("steps", "Chapter four")
        );

        Assert.Contains(answer.Wrong, w => w.Contains("That day has passed", StringComparison.Ordinal));
        Assert.All(
            ["Pass Physiology", "2020-01-01", "Chapter four"],
            typed => Assert.Contains(typed, answer.Html, StringComparison.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task The_form_leads_to_the_goal_it_made(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        using var omar = await world.SignIn(cast.Omar);

        var answer = await omar.Send(
            await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/goal"),
            "goal-write",
            ("text", "Pass Physiology"),
            ("by", "2026-12-03"),
            ("steps", "Chapter four\nPast papers")
        );

        Assert.Equal("Pass Physiology", answer.Title);
        Assert.Contains("0 of 2 steps done. Next: Chapter four, by 3 December.", answer.Text, StringComparison.Ordinal);
    }

    private static Task<Refusal?> Write(World world, Mentorship pair, Person by, GoalWords words, GoalId? id = null) =>
        world.Use<WriteGoal, Refusal?>(write => write.Run(id ?? new(Ids.Source()), pair.Id, words, by.Id, default));
}

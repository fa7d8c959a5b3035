using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Goals;

public sealed class SeeGoalsTests
{
    [Theory, OnBoth]
    public async Task A_goal_is_seen_by_its_two_and_by_nobody_else(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        var omars = await One(world, cast, cast.Omar);
        Assert.True(omars is { IsMine: true, Partner: "Sara", Stands: true, LastWords.Text: "Half way" });
        Assert.True(await One(world, cast, cast.Sara) is { IsMine: false, Partner: "Omar" });
        foreach (var person in new[] { cast.Amal, cast.Nida, cast.Bilal, cast.Huda, cast.Zara })
        {
            Assert.Null(await One(world, cast, person));
            var pair = await world.Use<SeeGoals, GoalsOf>(see => see.OfPair(cast.SaraOmar.Id, person.Id, default));
            Assert.Empty(pair.Goals);
            Assert.Empty(pair.Suggestions);
            Assert.Empty((await Pairs(world, person, cast.SaraOmar)).Goals);
        }
    }

    [Theory, OnBoth]
    public async Task Comments_stand_in_the_order_in_which_they_were_written(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        GoalComment Comment(string text, int minutes) =>
            new()
            {
                GoalId = cast.Goal,
                By = cast.Sara.Id,
                Text = text,
                At = world.Clock.Now + NodaTime.Duration.FromMinutes(minutes),
            };
        await world.Put(Comment("Last", 3), Comment("First", 1), Comment("Second", 2));

        var goal = await One(world, cast, cast.Omar);

        Assert.Equal(["First", "Second", "Last"], goal!.Comments.Select(c => c.Comment.Text).Where(text => text != "Half way"));
    }

    [Theory, OnBoth]
    public async Task Suggestions_stand_in_the_order_in_which_they_were_made(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        foreach (var (text, minutes) in new[] { ("Last", 3), ("First", 1), ("Second", 2) })
        {
            var at = world.Clock.Now + NodaTime.Duration.FromMinutes(minutes);
            await world.Put(new GoalSuggestion(new(Ids.Source()), cast.SaraOmar.Id, cast.Sara.Id, text, null, at));
        }

        var pair = await world.Use<SeeGoals, GoalsOf>(see => see.OfPair(cast.SaraOmar.Id, cast.Omar.Id, default));

        Assert.Equal(["First", "Second", "Last"], pair.Suggestions.Select(s => s.Suggestion.Text));
    }

    [Theory, OnBoth]
    public async Task What_is_open_stands_first_and_the_newest_of_it_before(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        async Task Write(string text, int hours, GoalState state)
        {
            var at = world.Clock.Now + NodaTime.Duration.FromHours(hours);
            var goal = new Goal(new(Ids.Source()), cast.SaraOmar.Id, cast.Omar.Id, text, null, [], at);
            goal.Settle(state, at);
            await world.Put(goal);
        }
        await Write("put aside", 4, GoalState.PutAside);
        await Write("older", 1, GoalState.Open);
        await Write("done", 3, GoalState.Done);
        await Write("newer", 2, GoalState.Open);

        var goals = (await world.Use<SeeGoals, GoalsOf>(see => see.OfMentee(cast.Omar.Id, default))).Goals;

        Assert.Equal(["newer", "older", "done", "put aside"], goals.Select(g => g.Goal.Text));
    }

    [Theory, OnBoth]
    public async Task After_the_end_Omar_keeps_his_goals_and_Sara_sees_them_no_more(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default));

        Assert.True(await One(world, cast, cast.Omar) is { IsMine: true, Stands: false });
        Assert.Single((await world.Use<SeeGoals, GoalsOf>(see => see.OfMentee(cast.Omar.Id, default))).Open);
        Assert.Null(await One(world, cast, cast.Sara));
        Assert.Empty((await Pairs(world, cast.Sara, cast.SaraOmar)).Goals);
        using var omar = await world.SignIn(cast.Omar);
        Assert.Contains("Pass Physiology", (await omar.Open("/goals")).Text, StringComparison.Ordinal);
        using var sara = await world.SignIn(cast.Sara);
        Assert.Equal(HttpStatusCode.NotFound, (await sara.Open($"/goals/{cast.Goal.Value}")).Status);
    }

    [Theory, OnBoth]
    public async Task A_mentor_sees_open_goals_and_waiting_suggestions_by_mentee(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);

        var pairs = await world.Use<SeeGoals, IReadOnlyDictionary<MentorshipId, GoalsOf>>(see =>
            see.OfPairs([cast.SaraOmar.Id, cast.SaraAmal.Id, cast.BilalNida.Id], cast.Sara.Id, default)
        );

        Assert.Equal("Pass Physiology", Assert.Single(pairs[cast.SaraOmar.Id].Goals).Goal.Text);
        Assert.Equal("Join the journal club", Assert.Single(pairs[cast.SaraOmar.Id].Suggestions).Suggestion.Text);
        Assert.Empty(pairs[cast.SaraAmal.Id].Goals);
        Assert.Empty(pairs[cast.BilalNida.Id].Goals);
        Assert.Empty(pairs[cast.BilalNida.Id].Suggestions);
    }

    [Theory, OnBoth]
    public async Task Omars_page_says_what_is_open_and_what_is_suggested(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);

        var page = await omar.Open("/goals");

        Assert.Equal("One goal is open.", page.Title);
        Assert.Contains("Sara suggests: Join the journal club", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 steps done. Next: Past papers.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("1", "2", "1 of 2 steps"),
            page.Page.QuerySelector("progress") is { } bar
                ? (bar.GetAttribute("value"), bar.GetAttribute("max"), bar.GetAttribute("aria-label"))
                : default
        );
        Assert.NotNull(page.Page.QuerySelector($"a.btn[href='/mentorships/{cast.SaraOmar.Id.Value}/goal']"));
    }

    [Theory, OnBoth]
    public async Task Saras_page_names_each_mentee_and_Zaras_says_how_goals_begin(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        await world.PutGoals(cast);
        using var sara = await world.SignIn(cast.Sara);
        using var zara = await world.SignIn(cast.Zara);

        var page = await sara.Open("/goals");

        Assert.Equal("Your mentees have one open goal.", page.Title);
        Assert.Equal(
            ["Amal", "Omar"],
            page.Page.QuerySelectorAll("h2").Where(h => h.Closest("aside") is null).Select(h => h.TextContent.Trim()).Order()
        );
        Assert.Contains("Suggest a goal to Omar", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Suggest a goal to Amal", page.Text, StringComparison.Ordinal);
        Assert.Equal("Goals begin with a mentor.", (await zara.Open("/goals")).Title);
    }

    [Theory, OnBoth]
    public async Task Who_mentors_and_is_mentored_sees_both_parts(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        await world.Put(new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Omar.Id, cast.Zara.Id, [], null, world.Clock.Now));
        using var omar = await world.SignIn(cast.Omar);

        var page = await omar.Open("/goals");

        Assert.Equal("One goal is open.", page.Title);
        Assert.Contains("Your mentees' goals", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zara", page.Page.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Before_both_have_accepted_the_page_says_what_opens_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);

        var goals = await omar.Open("/goals");
        var write = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/goal");

        Assert.Equal("Your goals will stand here.", goals.Title);
        Assert.Equal("Goals open when you and Sara have both accepted the ground rules.", write.Title);
        Assert.DoesNotContain(write.Page.Forms, f => f.Method == "post");
    }

    [Theory, OnBoth]
    public async Task The_goal_page_lets_Sara_read_and_comment_and_no_more(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        using var sara = await world.SignIn(cast.Sara);
        using var omar = await world.SignIn(cast.Omar);

        static string[] Forms(Seen page) =>
            [
                .. page
                    .Page.Forms.Where(f => f.Method == "post")
                    .Select(f => f.QuerySelector("input[name=_handler]")!.GetAttribute("value")!),
            ];

        Assert.Equal(["goal-comment"], Forms(await sara.Open($"/goals/{cast.Goal.Value}")));
        Assert.Equal(["goal-step", "goal-settle", "goal-change", "goal-comment"], Forms(await omar.Open($"/goals/{cast.Goal.Value}")));
    }

    [Theory, OnBoth]
    public async Task However_many_goals_it_asks_the_database_as_often(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        async Task<int> Questions()
        {
            var before = world.Log.Lines.Count(IsQuestion);
            await world.Use<SeeGoals, IReadOnlyDictionary<MentorshipId, GoalsOf>>(see =>
                see.OfPairs([cast.SaraOmar.Id, cast.SaraAmal.Id], cast.Sara.Id, default)
            );
            return world.Log.Lines.Count(IsQuestion) - before;
        }
        var few = await Questions();
        foreach (var pair in new[] { cast.SaraOmar, cast.SaraAmal, cast.SaraAmal })
        {
            var goal = new Goal(new(Ids.Source()), pair.Id, pair.MenteeId, "Read", null, ["One"], world.Clock.Now);
            await world.Put(goal, new GoalSuggestion(new(Ids.Source()), pair.Id, pair.MentorId, "Write", null, world.Clock.Now));
            await world.Put(
                new GoalComment
                {
                    GoalId = goal.Id,
                    By = pair.MentorId,
                    Text = "Good",
                    At = world.Clock.Now,
                }
            );
        }

        Assert.Equal(few, await Questions());
        Assert.True(few > 0);

        static bool IsQuestion(string line) => line.Contains("Executed DbCommand", StringComparison.Ordinal);
    }

    private static Task<GoalView?> One(World world, Cast cast, Person me) =>
        world.Use<SeeGoals, GoalView?>(see => see.One(cast.Goal, me.Id, default));

    private static async Task<GoalsOf> Pairs(World world, Person me, Mentorship pair) =>
        (await world.Use<SeeGoals, IReadOnlyDictionary<MentorshipId, GoalsOf>>(see => see.OfPairs([pair.Id], me.Id, default)))[pair.Id];
}

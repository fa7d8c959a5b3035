using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Asking;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Asking;

public sealed class SettleQuestionsTests
{
    [Theory, OnBoth]
    public async Task How_a_question_counts_and_is_called_in_both_languages_is_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (interests, faith) = await Questions(world, cast);

        Assert.Null(
            await Settle(
                world,
                cast,
                (interests, new(Both.Of("Interests", "دلچسپیاں"), Counts.MustDiffer)),
                (faith, new(Both.Of("Faith"), Counts.Alike))
            )
        );

        var kept = await world.Ask(db => db.Questions.AsNoTracking().ToDictionaryAsync(q => q.Id));
        Assert.Equal(
            (Both.Of("Interests", "دلچسپیاں"), Counts.MustDiffer, false),
            (kept[interests.Id].Heading, kept[interests.Id].Counts, kept[interests.Id].IsPrivate)
        );
        Assert.Equal((Both.Of("Faith"), Counts.Alike, true), (kept[faith.Id].Heading, kept[faith.Id].Counts, kept[faith.Id].IsPrivate));
        // What did not change is not news.
        Assert.Equal([interests.Id.Value], (await world.Journal()).Where(l => l.What == "question.settled").Select(l => l.Subject));
    }

    [Theory, OnBoth]
    public async Task Without_a_heading_nothing_is_kept_of_any(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (interests, faith) = await Questions(world, cast);
        var before = await Fingerprint.Of(world);

        Assert.Equal(
            "questions.no-heading",
            (await Settle(world, cast, (interests, new(Both.Of("Interests"), Counts.Never)), (faith, new(Both.Of(" "), Counts.Never))))?.Key
        );

        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task A_question_of_another_programme_is_left_as_it_is(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var other = new Programme(Both.Of("Rahnuma"));
        var cohort = new Cohort(other.Id, Both.Of("2026–27"), 2026);
        var theirs = new Question
        {
            CohortId = cohort.Id,
            Heading = Both.Of("Theirs"),
            Key = "THEIRS",
            Counts = Counts.Alike,
        };
        await world.Put(other, cohort, theirs);
        var before = await Fingerprint.Of(world);

        Assert.Null(await Settle(world, cast, (theirs, new(Both.Of("Ours"), Counts.Never))));

        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task The_page_shows_the_newest_cohorts_questions_without_those_about_comfort(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await Questions(world, cast);
        await world.Put(
            new Question
            {
                CohortId = cast.Cohort.Id,
                Heading = Both.Of("Comfortable"),
                Key = "COMFORT.RELIGION",
                IsPrivate = true,
            }
        );
        using var huda = await world.SignIn(cast.Huda);
        var path = $"/programmes/{cast.Programme.Id.Value}/questions";

        var page = await huda.Open(path);
        Assert.Equal(["Faith", "Interests"], page.Page.QuerySelectorAll("input[name^=en-]").Select(i => i.GetAttribute("value")).Order());
        var select = page
            .Page.QuerySelectorAll("select")
            .First(s => s.Closest("li")!.QuerySelector("input[value=Interests]") is not null)
            .GetAttribute("name")!;
        Assert.Equal($"/programmes/{cast.Programme.Id.Value}", (await huda.Send(page, "questions", (select, "99"))).Path);
        Assert.Equal(Counts.Alike, await Counted());
        await huda.Send(await huda.Open(path), "questions", (select, "MustEqual"));
        Assert.Equal(Counts.MustEqual, await Counted());

        await world.Put(new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027));
        Assert.Empty((await huda.Open(path)).Page.QuerySelectorAll("input[name^=en-]"));

        Task<Counts> Counted() => world.Ask(db => db.Questions.Where(q => q.Key == "INTERESTS").Select(q => q.Counts).SingleAsync());
    }

    private static async Task<(Question, Question)> Questions(World world, Cast cast)
    {
        var interests = new Question
        {
            CohortId = cast.Cohort.Id,
            Heading = Both.Of("Interests"),
            Key = "INTERESTS",
            Counts = Counts.Alike,
        };
        var faith = new Question
        {
            CohortId = cast.Cohort.Id,
            Heading = Both.Of("Faith"),
            Key = "FAITH",
            IsPrivate = true,
            Counts = Counts.Alike,
        };
        await world.Put(interests, faith);
        return (interests, faith);
    }

    private static Task<Refusal?> Settle(World world, Cast cast, params (Question Question, Settled Said)[] said) =>
        world.Use<SettleQuestions, Refusal?>(settle =>
            settle.Run(cast.Programme.Id, said.ToDictionary(s => s.Question.Id, s => s.Said), cast.Huda.Id, default)
        );
}

using Microsoft.EntityFrameworkCore;
using Rabta.Matches;
using Rabta.Matches.Comparing;
using Rabta.Matching.Problems;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Comparing;

public sealed class WorkbenchTests
{
    [Theory, OnBoth]
    public async Task Four_aims_stand_side_by_side_and_nothing_is_saved(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = await world.PutRounds(cast);
        var before = await Fingerprint.Of(world);

        var comparison = await world.Use<CompareObjectives, Comparison?>(compare => compare.Run(round, default));

        Assert.Equal(Enum.GetValues<MatchingObjective>(), comparison!.Modes.Select(m => m.Objective));
        Assert.All(comparison.Modes, m => Assert.True(m.Matched > 0 && m.Matched <= m.All && m.First <= m.FirstThree && m.Least <= m.Most));
        Assert.All(
            comparison.Modes.Where(m => m.Objective is MatchingObjective.Stable or MatchingObjective.Lottery),
            m => Assert.Equal(0, m.Rather)
        );
        Assert.Equal(comparison.MostPoints, Math.Max(1, comparison.Modes.Single(m => m.Objective == MatchingObjective.Welfare).Points));
        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task The_emptiest_mentor_is_one_who_offers_a_place(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var adil = new Rabta.People.Person("Adil", null);
        await world.Put(adil, cast.Enrols(adil, ProgrammeRole.Mentor));
        await world.SetPlaces(adil, 0);
        await world.SetPlaces(cast.Bilal, 1);
        await world.SetPlaces(cast.Sara, 3);
        var round = (await world.Match(cast)).Id;

        var comparison = await world.Use<CompareObjectives, Comparison?>(compare => compare.Run(round, default));

        Assert.All(comparison!.Modes, m => Assert.Equal((1, 3), (m.Least, m.Most)));
    }

    [Theory, OnBoth]
    public async Task Groups_are_compared_from_ten_on_where_ten_others_are_and_never_by_a_private_answer(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentees = Enumerable.Range(0, 16).Select(i => new Rabta.People.Person($"Mentee {i}", null)).ToList();
        await world.Put([.. mentees, .. mentees.Select(m => cast.Enrols(m, ProgrammeRole.Mentee))]);
        mentees.AddRange([cast.Omar, cast.Amal, cast.Nida, cast.Zara]);
        async Task Ask(string heading, bool isPrivate, int first) =>
            await world.Answer(cast, heading, isPrivate, Counts.Alike, [.. mentees.Select((m, i) => (m, i < first ? "here" : "there"))]);
        await Ask("Campus", false, 10);
        await Ask("Sport", false, 9);
        await Ask("Faith", true, 10);
        var round = await world.PutRounds(cast);

        var comparison = await world.Use<CompareObjectives, Comparison?>(compare => compare.Run(round, default));

        foreach (var mode in comparison!.Modes)
            Assert.Equal([("Campus", "here"), ("Campus", "there")], mode.Groups.Select(g => (g.Question, g.Value)).Order());
    }

    [Theory, OnBoth]
    public async Task A_round_runs_with_the_aim_that_was_chosen(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = await world.PutRounds(cast);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/matching/{round.Value}/compare");

        var without = await huda.Send(page, "use", ("mode", ""));
        Assert.Contains("Choose one of the aims", without.Text, StringComparison.Ordinal);
        Assert.Equal(
            round,
            await world.Ask(db =>
                db.Rounds.Where(r => r.CohortId == cast.Cohort.Id && r.State != RoundState.Published).Select(r => r.Id).SingleAsync()
            )
        );

        var fields = await Phone.Filled(page, "use", [("mode", "Welfare")]).ReadAsStringAsync();
        HttpContent Body() => new StringContent(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        var then = await huda.Post(page.Path, Body());
        var once = await Fingerprint.Of(world);
        await huda.Post(page.Path, Body());
        Assert.Equal(once, await Fingerprint.Of(world));

        var now = await world.Ask(db => db.Rounds.SingleAsync(r => r.CohortId == cast.Cohort.Id && r.State != RoundState.Published));
        Assert.Equal(MatchingObjective.Welfare, now.Objective);
        Assert.Equal($"/matching/{now.Id.Value}", then.Path);
    }

    [Theory, OnBoth]
    public async Task One_place_more_is_answered_before_it_is_made(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = await world.PutRounds(cast);
        var before = await Fingerprint.Of(world);

        var (page, answer, refusal) = await world.Use<AskWhatIf, (Questionable?, Answered?, Rabta.Platform.Access.Refusal?)>(ask =>
            ask.Run(round, cast.Bilal.Id, 3, null, default)
        );

        Assert.NotEmpty(page!.Mentors);
        Assert.Null(refusal);
        Assert.True(answer!.After >= answer.Before);
        Assert.Equal(answer.After - answer.Before, answer.Gain.Count - answer.Lose.Count);
        Assert.Equal(before, await Fingerprint.Of(world));

        Assert.NotNull(
            (
                await world.Use<AskWhatIf, (Questionable?, Answered?, Rabta.Platform.Access.Refusal?)>(ask =>
                    ask.Run(round, cast.Omar.Id, 1, null, default)
                )
            ).Item3
        );
    }

    [Theory, OnBoth]
    public async Task Open_rules_alone_are_offered_and_what_contradicts_itself_is_said(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = await world.PutRounds(cast);
        var yusra = new Rabta.People.Person("Yusra", null);
        await world.Put(yusra, cast.Enrols(yusra, ProgrammeRole.Mentee));
        await world.Answer(
            cast,
            "Campus",
            false,
            Counts.MustEqual,
            (yusra, "Taxila"),
            (cast.Sara, "Rawalpindi"),
            (cast.Bilal, "Rawalpindi")
        );
        await world.Answer(cast, "Faith", true, Counts.MustDiffer, (cast.Zara, "Sufi"));
        await world.Answer(cast, "Sport", false, Counts.Alike, (cast.Zara, "Cricket"));

        var (page, answer, _) = await Ask(null, null);

        Assert.Null(answer);
        Assert.Equal(["Campus"], page!.Rules.Select(r => r.Heading));
        Assert.Equal("what-if.unknown", (await Ask(null, "Faith")).Item3?.Key);
        Assert.Equal("what-if.unknown", (await Ask(cast.Omar.Id, null)).Item3?.Key);
        var lifted = (await Ask(null, page.Rules[0].Key)).Item2!;
        Assert.Equal((lifted.Before + 1, "Yusra"), (lifted.After, Assert.Single(lifted.Gain)));
        var pin = await world.Ask(db => db.Pins.FirstAsync(p => p.CohortId == cast.Cohort.Id));
        await world.Put(
            new Forbid
            {
                CohortId = cast.Cohort.Id,
                MenteeId = pin.MenteeId,
                MentorId = pin.MentorId,
                By = cast.Huda.Id,
                At = world.Clock.Now,
            }
        );
        Assert.Equal("what-if.unsolved", (await Ask(cast.Bilal.Id, null)).Item3?.Key);

        Task<(Questionable?, Answered?, Rabta.Platform.Access.Refusal?)> Ask(Rabta.Platform.Access.PersonId? mentor, string? rule) =>
            world.Use<AskWhatIf, (Questionable?, Answered?, Rabta.Platform.Access.Refusal?)>(ask =>
                ask.Run(round, mentor, 1, rule, default)
            );
    }

    [Theory, OnBoth]
    public async Task A_round_can_be_repeated_whatever_has_changed_since(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = await world.PutRounds(cast);
        var made = await world.Ask(db => db.RoundPairs.CountAsync(p => p.RoundId == round));
        await world.Ask(async db =>
        {
            await db.Set<Rabta.Preferences.Wish>().ExecuteDeleteAsync();
            await db.Set<Rabta.Programmes.Enrolment>()
                .Where(e => e.PersonId == cast.Bilal.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.Places, 0));
            return 0;
        });

        var repeated = await world.Use<RepeatRound, Repeated?>(repeat => repeat.Run(round, default));

        Assert.Equal((made, 0), (repeated!.Pairs, repeated.Differ));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Matching.Results;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Running;

public sealed class RunRoundTests
{
    [Theory, OnBoth]
    public async Task Who_has_a_mentor_keeps_them_and_who_has_none_gets_the_one_they_wished_for(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(
            cast.Wishes(cast.Zara, cast.Sara, 2),
            cast.Wishes(cast.Zara, cast.Bilal),
            cast.Wishes(cast.Bilal, cast.Zara, 1, ProgrammeRole.Mentor)
        );

        var ran = await world.Match(cast);

        var round = await world.Round(ran.Id);
        Assert.Equal((RoundState.InReview, 3, 1, 20260907L, 1), (round.State, round.Standing, round.FirstWish, round.Seed, round.Version));
        var pair = Assert.Single(await world.Pairs(ran.Id));
        Assert.Equal((cast.Bilal.Id, cast.Zara.Id), (pair.MentorId, pair.MenteeId));
        Assert.Equal([ReasonKind.MenteesWish, ReasonKind.MentorsWish], pair.Why.Select(r => r.Kind));
        Assert.Equal(0, await world.Ask(db => db.Notices.CountAsync()));
        Assert.Equal(3, await world.Ask(db => db.Mentorships.CountAsync()));
        Assert.Equal(1, (await world.Journal()).Count(line => line is { What: "round.ran" } && line.By == cast.Huda.Id));
    }

    [Theory, OnBoth]
    public async Task A_new_run_takes_the_place_of_the_one_in_review(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var first = await world.Match(cast, 1);
        var second = await world.Match(cast, 2);

        Assert.Equal(second.Id, (await world.Ask(db => db.Rounds.SingleAsync())).Id);
        Assert.Empty(await world.Pairs(first.Id));
        Assert.Single(await world.Pairs(second.Id));
    }

    [Theory, OnBoth]
    public async Task Where_no_seed_is_given_it_is_the_colleges_day(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        // One in the morning of the eighth in Karachi.
        world.Clock.Now = NodaTime.Instant.FromUtc(2026, 9, 7, 20, 0);

        var ran = await world.Use<RunRound, Ran>(run => run.Run(cast.Cohort.Id, null, null, default));

        Assert.Equal(20260908, (await world.Round(ran.Id)).Seed);
    }

    [Theory, OnBoth]
    public async Task A_run_leaves_what_other_rounds_came_to(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var other = await Cast.In(world, "II");
        foreach (var here in new[] { cast, other })
            await world.Put(
                here.Conflict(here.Zara, here.Bilal),
                here.Conflict(here.Zara, here.Sara),
                here.Enrols(await Saad(here), ProgrammeRole.Mentee)
            );
        var theirs = (await world.Match(other)).Id;

        var ours = (await world.Match(cast)).Id;

        foreach (var round in new[] { theirs, ours })
        {
            Assert.Single(await world.Pairs(round));
            Assert.Equal(1, await world.Ask(db => db.Set<RoundUnmatched>().CountAsync(u => u.RoundId == round)));
            Assert.Equal(1, await world.Ask(db => db.Set<RoundInput>().CountAsync(i => i.RoundId == round)));
        }

        async Task<Person> Saad(Cast here)
        {
            var saad = new Person("Saad", $"saad-{here.Cohort.Id.Value}@college.test");
            await world.Put(saad);
            return saad;
        }
    }

    [Theory, OnBoth]
    public async Task Answers_compare_as_people_mean_them_and_are_told_as_the_mentee_wrote_them(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Class", false, Counts.Alike, (cast.Zara, " سال  3 "), (cast.Bilal, "سال ۳"), (cast.Sara, "سال ۴"));

        var ran = await world.Match(cast);

        var pair = Assert.Single(await world.Pairs(ran.Id));
        Assert.Equal(cast.Bilal.Id, pair.MentorId);
        var reason = Assert.Single(pair.Why);
        Assert.Equal((ReasonKind.Shared, Both.Of("Class")), (reason.Kind, reason.Heading));
        Assert.Equal([" سال  3 "], reason.Values!);
    }

    [Theory, OnBoth]
    public async Task A_private_answer_counts_and_leaves_neither_heading_nor_value(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Faith", true, Counts.Alike, (cast.Zara, "quiet"), (cast.Bilal, "Quiet"));
        await world.Answer(cast, "Comfort", true, Counts.Alike, (cast.Zara, "women"), (cast.Bilal, "women"));
        await world.Answer(cast, "Sect", true, Counts.MustEqual, (cast.Zara, "one"), (cast.Sara, "two"));

        var ran = await world.Match(cast);

        var pair = Assert.Single(await world.Pairs(ran.Id));
        Assert.Equal(cast.Bilal.Id, pair.MentorId);
        Assert.Empty(pair.Why);
    }

    [Theory, OnBoth]
    public async Task What_names_people_outside_the_round_or_oneself_says_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var stranger = new Person("Stranger", null);
        await world.Put(stranger);
        await world.Put(
            cast.Wishes(cast.Zara, stranger),
            cast.Wishes(cast.Zara, cast.Zara, 2),
            cast.Wishes(cast.Zara, cast.Omar, 3),
            cast.Conflict(stranger, cast.Zara),
            new Recommendation
            {
                CohortId = cast.Cohort.Id,
                MenteeId = stranger.Id,
                MentorId = cast.Sara.Id,
            },
            cast.Pin(stranger, cast.Sara, world.Clock.Now)
        );

        var ran = await world.Match(cast);

        Assert.Null(ran.Refusal);
        Assert.Single(await world.Pairs(ran.Id));
    }

    [Theory, OnBoth]
    public async Task Someone_whose_mentor_has_left_the_cohort_keeps_them_and_stays_out(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.Enrolments.Where(e => e.PersonId == cast.Bilal.Id).ExecuteDeleteAsync());

        var ran = await world.Match(cast);

        var pair = Assert.Single(await world.Pairs(ran.Id));
        Assert.Equal((cast.Sara.Id, cast.Zara.Id), (pair.MentorId, pair.MenteeId));
        Assert.Equal(3, (await world.Round(ran.Id)).Standing);
    }

    [Theory, OnBoth]
    public async Task Places_taken_by_someone_no_longer_enrolled_stay_taken(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.Enrolments.Where(e => e.PersonId == cast.Omar.Id || e.PersonId == cast.Bilal.Id).ExecuteDeleteAsync());
        await world.SetPlaces(cast.Sara, 2);

        var ran = await world.Match(cast);

        Assert.Empty(await world.Pairs(ran.Id));
        Assert.Equal(1, await world.Ask(db => db.RoundUnmatched.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Who_is_left_is_told_why(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.SetPlaces(cast.Sara, 2);
        await world.Put(cast.Conflict(cast.Bilal, cast.Zara));

        var ran = await world.Match(cast);

        var left = await world.Ask(db => db.RoundUnmatched.SingleAsync(u => u.RoundId == ran.Id));
        Assert.Equal((cast.Zara.Id, "all-full", 1), (left.MenteeId, left.Reason, left.AcceptableFull));
        Assert.Equal([new Removed(RemovalKind.Conflict, 1)], left.Removals);
    }

    [Theory, OnBoth]
    public async Task A_recommender_who_may_not_be_named_is_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(
            new Recommendation
            {
                CohortId = cast.Cohort.Id,
                MenteeId = cast.Zara.Id,
                MentorId = cast.Bilal.Id,
                By = "Tahira",
                MayBeNamed = false,
            }
        );

        var ran = await world.Match(cast);

        var pair = Assert.Single(await world.Pairs(ran.Id));
        Assert.Equal((cast.Bilal.Id, new Reason(ReasonKind.Recommended)), (pair.MentorId, Assert.Single(pair.Why)));
    }

    [Theory, OnBoth]
    public async Task Pins_that_contradict_a_rule_are_refused_by_name(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(cast.Conflict(cast.Bilal, cast.Zara), cast.Pin(cast.Zara, cast.Bilal, world.Clock.Now));

        var ran = await world.Match(cast);

        Assert.Equal("contradiction.PinAgainstConflict", ran.Refusal!.Key);
        Assert.Equal(["Zara", "Bilal"], ran.Refusal.Values);
        Assert.Equal(0, await world.Ask(db => db.Rounds.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_larger_cohort_is_read_in_as_many_queries_as_a_small_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Task<int> Queries() =>
            world.Do(async get =>
            {
                var before = world.Log.Lines.Count(l => l.Contains("Executed DbCommand", StringComparison.Ordinal));
                await get.GetRequiredService<ReadCohort>().Run(cast.Cohort.Id, default);
                return world.Log.Lines.Count(l => l.Contains("Executed DbCommand", StringComparison.Ordinal)) - before;
            });
        var small = await Queries();
        var more = Enumerable.Range(0, 100).Select(i => new Person($"Mentee {i}", null)).ToList();
        await world.Put([
            .. more,
            .. more.Select(p => cast.Enrols(p, ProgrammeRole.Mentee)),
            .. more.Select(p => cast.Wishes(p, cast.Sara)),
        ]);

        Assert.Equal(16, small);
        Assert.Equal(small, await Queries());
    }

    [Fact]
    public async Task The_same_people_with_the_same_seed_give_the_same_pairs_on_either_database()
    {
        var pairs = new List<string>();
        foreach (var on in new[] { Engine.Sqlite, Engine.Postgres, Engine.Sqlite })
        {
            await using var world = await World.On(on);
            var cast = await Cast.In(world);
            var more = Enumerable
                .Range(0, 30)
                .Select(i => new Person($"Mentee {i}", i % 3 == 0 ? null : $"m{i}@college.test") { Number = $"R-{i}" })
                .ToList();
            await world.Put([.. more, .. more.Select(p => cast.Enrols(p, ProgrammeRole.Mentee))]);
            var ran = await world.Match(cast, 42);
            var names = more.ToDictionary(p => p.Id, p => p.Name);
            pairs.Add(
                string.Join(
                    ";",
                    (await world.Pairs(ran.Id))
                        .Where(p => names.ContainsKey(p.MenteeId))
                        .Select(p => $"{names[p.MenteeId]}:{p.MentorId == cast.Sara.Id}")
                        .Order()
                )
            );
        }
        Assert.Single(pairs.Distinct());
        Assert.Contains("True", pairs[0], StringComparison.Ordinal);
    }
}

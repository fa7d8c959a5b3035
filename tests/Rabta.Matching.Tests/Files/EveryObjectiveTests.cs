using System.Text.Json.Nodes;

namespace Rabta.Matching.Tests.Files;

/// <summary>Every promise of every mode of the first form, against all assignments there are.</summary>
public class EveryObjectiveTests
{
    [Theory]
    [InlineData("stable")]
    [InlineData("lottery")]
    public void A_stable_mode_leaves_no_blocking_pair(string mode) =>
        Each(1500, seed => new(seed), problem => Assert.False(problem.IsBlocked(TinyProblem.PairsIn(problem.Solve(mode)))));

    [Theory]
    [InlineData("stable")]
    [InlineData("lottery")]
    public void Kept_places_come_before_preference_and_fall_back(string mode) =>
        Each(
            1500,
            seed => new(seed, hasReserves: true),
            problem => Assert.False(problem.IsBlocked(TinyProblem.PairsIn(problem.Solve(mode))))
        );

    [Theory]
    [InlineData("stable")]
    [InlineData("lottery")]
    public void With_strict_lists_every_mentee_has_their_best_stable_mentor(string mode) =>
        Each(
            400,
            seed => new(seed, isStrict: true),
            problem =>
            {
                var solved = TinyProblem.PairsIn(problem.Solve(mode));
                var stable = problem.Assignments().Where(pairs => !problem.IsBlocked(pairs)).ToList();
                Assert.NotEmpty(stable);
                Assert.All(
                    stable,
                    pairs =>
                        Assert.All(
                            problem.Wishes.Keys,
                            mentee =>
                                Assert.True(
                                    problem.Tier(mentee, solved.GetValueOrDefault(mentee))
                                        <= problem.Tier(mentee, pairs.GetValueOrDefault(mentee))
                                )
                        )
                );
                // Rural hospitals: whoever is left without is left without in all of them.
                Assert.All(stable, pairs => Assert.Equal(solved.Keys.Order(), pairs.Keys.Order()));
            }
        );

    [Fact]
    public void Stable_is_the_largest_nearly_always_and_never_below_two_thirds()
    {
        var (largest, all) = (0, 0);
        Each(
            5000,
            seed => new(seed, hasPins: false),
            problem =>
            {
                var found = TinyProblem.PairsIn(problem.Solve("stable")).Count;
                var most = problem.Assignments().Where(pairs => !problem.IsBlocked(pairs)).Max(pairs => pairs.Count);
                Assert.True(3 * found >= 2 * most, $"{found} of {most}: {problem.Json}");
                all++;
                largest += found == most ? 1 : 0;
            }
        );
        Assert.True(largest >= 0.98 * all, $"{largest} of {all}");
    }

    [Fact]
    public void Welfare_is_the_largest_total_and_of_those_the_most_pairs() =>
        Each(
            400,
            seed => new(seed, isScored: true),
            problem =>
            {
                var result = problem.Solve("welfare");
                var pairs = TinyProblem.PairsIn(result);
                var best = problem.Assignments().Max(all => (Total(problem, all), all.Count));
                Assert.Equal(best, (Total(problem, pairs), pairs.Count));
                Assert.Equal(best.Item1, result["stats"]!["total"]!.GetValue<int>());
                Assert.Equal(best.Item1, result["stats"]!["welfareBound"]!.GetValue<double>(), 3);
            }
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Balanced_is_the_largest_total_without_pairs_who_both_gain_d_tiers(int margin) =>
        Each(
            250,
            seed => new(seed, isScored: true),
            problem =>
            {
                problem.Json["d"] = margin;
                var result = problem.Solve("balanced");
                var pairs = TinyProblem.PairsIn(result);
                Assert.False(problem.IsBlocked(pairs, margin));
                var best = problem.Assignments().Where(all => !problem.IsBlocked(all, margin)).Max(all => Total(problem, all));
                Assert.Equal(best, Total(problem, pairs));
                Assert.True(result["stats"]!["isBest"]!.GetValue<bool>());
            }
        );

    [Theory]
    [InlineData("stable")]
    [InlineData("lottery")]
    [InlineData("welfare")]
    [InlineData("balanced")]
    public void Blocking_pairs_are_listed_with_what_explains_them(string mode) =>
        Each(
            300,
            seed => new(seed, isScored: true),
            problem =>
            {
                var result = problem.Solve(mode);
                var pairs = TinyProblem.PairsIn(result);
                var told = result["blockingPairs"]!
                    .AsArray()
                    .Select(one =>
                        (one!["pair"]![0]!.GetValue<string>(), one["pair"]![1]!.GetValue<string>(), one["because"]!.GetValue<string>())
                    )
                    .ToList();
                var pins = problem.Pins.ToList();
                problem.Pins.Clear();
                Assert.Equal(
                    problem
                        .Wishes.Keys.SelectMany(mentee =>
                            problem.Places.Keys.Where(mentor => problem.Blocks(pairs, mentee, mentor, 1)).Select(mentor => (mentee, mentor))
                        )
                        .Order(),
                    told.Select(one => (one.Item1, one.Item2)).Order()
                );
                problem.Pins.AddRange(pins);
                Assert.All(told, one => Assert.Equal(problem.Blocks(pairs, one.Item1, one.Item2, 1) ? "mode" : "pin", one.Item3));
                Assert.All(pins, pin => Assert.Equal(pin.Item2, pairs[pin.Item1]));
            }
        );

    [Theory]
    [InlineData("stable")]
    [InlineData("lottery")]
    [InlineData("welfare")]
    [InlineData("balanced")]
    public void The_order_of_the_file_has_no_say(string mode) =>
        Each(
            200,
            seed => new(seed, isScored: true, hasReserves: true),
            problem =>
            {
                var turned = problem.Json.DeepClone().AsObject();
                foreach (var part in new[] { "mentees", "mentors", "scores" })
                    turned[part] = new JsonObject(
                        turned[part]!.AsObject().Reverse().Select(own => KeyValuePair.Create(own.Key, own.Value?.DeepClone()))
                    );
                turned["mode"] = mode;
                Assert.Equal(
                    TinyProblem.PairsIn(problem.Solve(mode)).OrderBy(pair => pair.Key),
                    TinyProblem.PairsIn(TinyProblem.Solve(turned)).OrderBy(pair => pair.Key)
                );
            }
        );

    [Fact]
    public void A_place_more_hurts_nobody_in_strict_deferred_acceptance() =>
        Each(
            300,
            seed => new(seed, isStrict: true, hasPins: false),
            problem =>
            {
                var before = TinyProblem.PairsIn(problem.Solve("lottery"));
                foreach (var mentor in problem.Places.Keys)
                {
                    var more = problem.Json.DeepClone().AsObject();
                    more["mentors"]![mentor]!["capacity"] = problem.Places[mentor] + 1;
                    var after = TinyProblem.PairsIn(TinyProblem.Solve(more));
                    Assert.All(
                        problem.Wishes.Keys,
                        mentee =>
                            Assert.True(
                                problem.Tier(mentee, after.GetValueOrDefault(mentee))
                                    <= problem.Tier(mentee, before.GetValueOrDefault(mentee))
                            )
                    );
                }
            }
        );

    internal static int Total(TinyProblem problem, Dictionary<string, string> pairs) =>
        pairs.Sum(pair => problem.Scores[(pair.Key, pair.Value)]);

    internal static void Each(int count, Func<ulong, TinyProblem> invent, Action<TinyProblem> see)
    {
        for (var seed = 0UL; seed < Tries.Of(count); seed++)
            see(invent(seed));
    }
}

using CsCheck;
using Rabta.Matching.Checking;
using Rabta.Matching.Explaining;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;

namespace Rabta.Matching.Tests;

public class PropertyTests
{
    [Fact]
    public void Every_result_passes_the_check() =>
        Instances.Any.Sample(problem =>
        {
            var outcome = Matchmaker.Match(problem);
            Assert.True(outcome.CanBePublished, string.Join('\n', outcome.Check?.Problems ?? []));
        });

    [Theory]
    [InlineData(MatchingObjective.Lottery)]
    [InlineData(MatchingObjective.Welfare)]
    [InlineData(MatchingObjective.Balanced)]
    public void Every_mode_passes_the_check(MatchingObjective mode) =>
        Instances.Any.Sample(
            problem =>
            {
                var outcome = Matchmaker.Match(
                    problem with
                    {
                        Objective = mode,
                        LastUnmatched = [.. problem.Mentees.Take(2).Select(mentee => mentee.Key)],
                    }
                );
                Assert.True(outcome.CanBePublished, string.Join('\n', outcome.Check?.Problems ?? []));
            },
            iter: 40
        );

    [Fact]
    public void Welfare_has_the_most_points() =>
        Instances.Any.Sample(
            problem =>
            {
                var most = (problem with { Objective = MatchingObjective.Welfare }).Solved().Points;
                Assert.All(
                    Enum.GetValues<MatchingObjective>(),
                    mode => Assert.True((problem with { Objective = mode }).Solved().Points <= most)
                );
            },
            iter: 40
        );

    [Fact]
    public void Nobody_is_over_capacity() =>
        Instances.Any.Sample(problem =>
        {
            var pairs = problem.Solved().Pairs;
            foreach (var mentor in problem.Mentors)
            {
                var standing = problem.Incumbents.Count(pair => pair.Mentor == mentor.Key);
                Assert.True(pairs.Count(pair => pair.Mentor == mentor.Key) <= Math.Max(standing, mentor.Places));
            }
        });

    [Fact]
    public void Input_order_does_not_matter() =>
        Instances.Any.Sample(problem => Assert.Equal(Written(problem.Solved()), Written(problem.Reordered().Solved())));

    [Fact]
    public void The_same_seed_gives_the_same_answer() =>
        Instances.Any.Sample(problem => Assert.Equal(Written(problem.Solved()), Written(problem.Solved())));

    [Fact]
    public void Another_seed_moves_nobody_where_nobody_is_tied() =>
        Instances.Strict.Sample(problem => Assert.Equal(problem.Pairs(), (problem with { Seed = 99 }).Pairs()));

    [Fact]
    public void A_seat_more_hurts_no_mentee() =>
        Instances.Strict.Sample(problem =>
        {
            var before = Ranks(problem);
            foreach (var mentor in problem.Mentors)
            {
                var after = Ranks(
                    problem with
                    {
                        Mentors = [.. problem.Mentors.Select(other => other == mentor ? other with { Places = other.Places + 1 } : other)],
                    }
                );
                Assert.All(problem.Mentees, mentee => Assert.True(after[mentee.Key] <= before[mentee.Key]));
            }
        });

    [Fact]
    public void A_mentee_more_helps_no_other() =>
        Instances.Strict.Sample(problem =>
        {
            var newcomer = problem.Mentees[0].Key;
            var after = Ranks(problem);
            var before = Ranks(
                problem with
                {
                    Mentees = [.. problem.Mentees.Skip(1)],
                    Mentors =
                    [
                        .. problem.Mentors.Select(mentor =>
                            mentor.Wishing([.. mentor.Wishes.Select(wish => wish[0]).Where(key => key != newcomer)])
                        ),
                    ],
                    Forbids = [.. problem.Forbids.Where(pair => pair.Mentee != newcomer)],
                }
            );
            Assert.All(problem.Mentees.Skip(1), mentee => Assert.True(before[mentee.Key] <= after[mentee.Key]));
        });

    [Fact]
    public void Every_mentee_has_their_best_stable_mentor_by_brute_force() =>
        Instances.Strict.Sample(problem =>
        {
            var solved = Ranks(problem);
            var stable = BruteForce.StableRanks(problem).ToList();

            Assert.Contains(stable, ranks => ranks.All(rank => solved[rank.Key] == rank.Value));
            Assert.All(stable, ranks => Assert.All(ranks, rank => Assert.True(solved[rank.Key] <= rank.Value)));
        });

    [Fact]
    public void The_check_and_brute_force_agree_on_every_assignment() =>
        Instances.Strict.Sample(
            problem =>
            {
                foreach (var (pairs, isStable) in BruteForce.Verdicts(problem))
                {
                    var unmatched = problem.Mentees.Select(mentee => mentee.Key).Except(pairs.Select(pair => pair.Mentee));
                    Assert.Equal(isStable, ResultCheck.Of(problem, pairs, [.. unmatched]).Ok);
                }
            },
            iter: 30
        );

    [Fact]
    public void Explanations_agree_with_the_result() =>
        Instances.Any.Sample(problem =>
        {
            var result = problem.Solved();
            var explanations = new Explanations(problem, result.Pairs);
            foreach (var pair in result.Pairs)
            {
                var why = explanations.OfPair(pair);
                Assert.True(why.IsIncumbent || explanations.Why(pair.Mentee, pair.Mentor).Kind == RemovalKind.None);
                Assert.False(why.LotteryNumber is not null && (why.IsPinned || why.IsIncumbent));
            }
            foreach (var left in result.Unmatched)
            {
                var why = explanations.OfUnmatched(left.Mentee);
                Assert.Equal(left.Reason, why.Reason);
                Assert.Equal(left.Reason == UnmatchedReason.AllFull, why.AcceptableFull > 0);
                var each = problem.Mentors.CountBy(mentor => explanations.Why(left.Mentee, mentor.Key)).ToList();
                Assert.Equal(each.Where(one => one.Key.Kind == RemovalKind.None).Sum(one => one.Value), why.AcceptableFull);
                Assert.Equal(
                    each.Where(one => one.Key.Kind != RemovalKind.None)
                        .OrderBy(one => one.Key.Kind)
                        .ThenBy(one => one.Key.Question, StringComparer.Ordinal)
                        .Select(one => new RemovalCount(one.Key, one.Value)),
                    why.Removals
                );
            }
        });

    [Fact]
    public void Why_two_are_not_paired_agrees_with_the_result() =>
        Instances.Any.Sample(problem =>
        {
            var pairs = problem.Solved().Pairs;
            var explanations = new Explanations(problem, pairs);
            var mentorOf = pairs.ToDictionary(pair => pair.Mentee, pair => pair.Mentor);
            var seated = problem.Pins.Concat(problem.Incumbents).Select(pair => pair.Mentee).ToHashSet();
            foreach (var (mentee, mentor) in problem.Mentees.SelectMany(one => problem.Mentors.Select(other => (one.Key, other.Key))))
            {
                var why = explanations.WhyNot(mentee, mentor);
                Assert.Equal(mentorOf.GetValueOrDefault(mentee) == mentor, why.Reason == MissingReason.Paired);
                Assert.Equal(why.Reason == MissingReason.KeptApart, why.Rule.Kind != RemovalKind.None);
                Assert.Equal(why.Reason is MissingReason.Paired or MissingReason.KeptApart, why.Cutoff is null);
                Assert.True(why.Reason != MissingReason.HasMentor || mentorOf.ContainsKey(mentee));
                Assert.True(
                    why.Reason != MissingReason.Full
                        || (
                            !mentorOf.ContainsKey(mentee)
                            && mentorOf.Values.Count(held => held == mentor) >= problem.Mentors.Single(m => m.Key == mentor).Places
                        )
                );
                // A stable result leaves no such pair, nor a free place beside somebody without.
                Assert.True(why.Cutoff is not { Blocks: true } || seated.Contains(mentee));
                Assert.NotEqual(MissingReason.Room, why.Reason);
            }
        });

    [Fact]
    public void What_people_hear_does_not_depend_on_what_somebody_else_wishes() =>
        Gen.Select(Instances.Any, Gen.Int[0, 100])
            .Sample(
                (problem, whose) =>
                {
                    if (problem.Mentees.Count == 0)
                        return;
                    var somebody = problem.Mentees[whose % problem.Mentees.Count];
                    var other = problem with
                    {
                        Mentees = [.. problem.Mentees.Select(m => m == somebody ? m with { Wishes = [.. m.Wishes.Reverse()] } : m)],
                    };
                    var pairs = problem.Solved().Pairs;
                    if (!other.Solved().Pairs.ToHashSet().SetEquals(pairs))
                        return;
                    var (one, two) = (new Explanations(problem, pairs), new Explanations(other, pairs));
                    foreach (var (mentee, mentor) in problem.Mentees.SelectMany(m => problem.Mentors.Select(to => (m.Key, to.Key))))
                        Assert.Equal(one.WhyNot(mentee, mentor).Reason, two.WhyNot(mentee, mentor).Reason);
                }
            );

    [Fact]
    public void Giving_a_seat_away_is_always_noticed() =>
        Instances.Any.Sample(problem =>
        {
            // Any matched pair undone leaves a seat that its mentee would rather have than nothing.
            var result = problem.Solved();
            var free = result.Pairs.Except(problem.Incumbents).Except(problem.Pins).ToList();
            foreach (var undone in free)
            {
                string[] unmatched = [.. result.Unmatched.Select(left => left.Mentee), undone.Mentee];
                Assert.False(ResultCheck.Of(problem, [.. result.Pairs.Where(pair => pair != undone)], unmatched).Ok);
            }
        });

    private static Dictionary<string, int> Ranks(MatchingProblem problem)
    {
        var mentorOf = problem.Solved().Pairs.ToDictionary(pair => pair.Mentee, pair => pair.Mentor);
        return problem.Mentees.ToDictionary(
            mentee => mentee.Key,
            mentee => BruteForce.Rank(mentee.Wishes, mentorOf.GetValueOrDefault(mentee.Key))
        );
    }

    private static string Written(MatchingResult result) =>
        string.Join(' ', result.Pairs.Select(pair => pair.ToString()).Concat(result.Unmatched.Select(left => left.ToString())));
}

using Rabta.Matching.Problems;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests;

public class CandidatesTests
{
    [Fact]
    public void Nobody_with_an_acceptable_mentor_is_left_without_a_candidate()
    {
        // Only the last mentor speaks what the mentees speak; nothing else they share leads there.
        var problem = Invented(5, 50, 400, 3);
        problem = problem with
        {
            Questions = [.. problem.Questions, new("tongue", Counting.MustEqual)],
            Mentees = [.. problem.Mentees.Select(mentee => mentee.Answering("tongue", "pashto"))],
            Mentors = [.. problem.Mentors.Select((mentor, n) => mentor.Answering("tongue", n == 399 ? "pashto" : "urdu"))],
        };
        var input = SolverInput.Of(problem, out _)!;
        var candidates = new Candidates(input);

        Assert.All(Enumerable.Range(0, 50), mentee => Assert.Single(candidates.Of(mentee)));
    }

    [Fact]
    public void Nobody_is_left_without_while_somebody_acceptable_is_free()
    {
        var problem = Invented(6, 640, 320, 2);
        problem = problem with { Mentors = [.. problem.Mentors.Select(mentor => mentor with { Places = 2 })] };
        foreach (var mode in Enum.GetValues<MatchingObjective>().Except([MatchingObjective.Balanced]))
            Assert.Empty((problem with { Objective = mode }).Solved().Unmatched);
    }

    [Fact]
    public void Whom_somebody_wished_for_is_always_weighed()
    {
        var problem = Invented(7, 20, 500, 3);
        problem = problem with { Mentees = [problem.Mentees[0].Wishing("o77"), .. problem.Mentees.Skip(1)] };

        Assert.Contains(new Pair("e0", "o77"), problem.Solved().Pairs);
    }

    [Fact]
    public void Candidates_are_free_acceptable_and_the_best_of_whom_they_could_be()
    {
        var problem = Invented(8, 60, 310, 4);
        problem = problem with
        {
            Mentors = [.. problem.Mentors.Select((mentor, n) => n < 5 ? mentor with { Places = 0 } : mentor)],
            Mentees = [.. problem.Mentees.Select((mentee, n) => n % 2 == 0 ? mentee.Wishing($"o{n + 100}", "o1") : mentee)],
            Forbids = [new("e0", "o100"), new("e1", "o20")],
            Recommendations = [new("e3", "o299", "r")],
            Questions = [.. problem.Questions.Take(3), problem.Questions[3] with { Counting = Counting.MustEqual }],
        };
        var input = SolverInput.Of(problem, out _)!;
        var candidates = new Candidates(input);
        Assert.Equal((305, false), (candidates.Open.Length, candidates.IsEverybody));
        var (found, best) = (0, 0);
        for (var mentee = 0; mentee < 60; mentee++)
        {
            var own = candidates.Of(mentee);
            int[] named =
            [
                .. input.Roster.Mentees[mentee].Wishes.SelectMany(tie => tie).Select(input.Roster.MentorAt),
                .. input.Roster.Mentees[mentee].Key == "e3" ? new[] { input.Roster.MentorAt("o299") } : [],
            ];

            Assert.Equal(own.Order(), candidates.Of(mentee).Order());
            Assert.Equal(own.Count, own.Distinct().Count());
            Assert.All(own, mentor => Assert.True(input.Rules.Allow(mentee, mentor) && input.Seating.FreeSeats[mentor] > 0));
            Assert.All(
                named,
                mentor => Assert.Equal(input.Rules.Allow(mentee, mentor) && input.Seating.FreeSeats[mentor] > 0, own.Contains(mentor))
            );
            Assert.InRange(
                own.Except(named).Count(),
                Math.Min(28, candidates.Open.Count(mentor => input.Rules.Allow(mentee, mentor)) - 2),
                Candidates.Most
            );
            int Likest(IEnumerable<int> mentors) =>
                mentors.Select(mentor => input.Preferences.Likeness(mentee, mentor)).OrderDescending().Take(10).Sum();
            (found, best) = (found + Likest(own), best + Likest(candidates.Open.Where(mentor => input.Rules.Allow(mentee, mentor))));
        }
        Assert.True(found >= 0.98 * best, $"{found / (double)best}");
    }

    [Fact]
    public void A_market_of_many_has_each_side_in_its_own_order()
    {
        var problem = Invented(9, 40, 310, 3);
        var input = SolverInput.Of(
            problem with
            {
                Mentees = [.. problem.Mentees.Select((mentee, n) => n % 3 == 0 ? mentee.Wishing("o7", "o9") : mentee)],
                Pins = [new("e5", "o9")],
            },
            out _
        )!;
        var market = new PeopleMarket(input).Build();
        for (var mentee = 0; mentee < 40; mentee++)
        {
            var row = market.MentorsOf(mentee).ToArray();
            Assert.Equal(input.Seating.MentorOf[mentee] >= 0, row.Length == 0);
            Assert.Equal(
                row.OrderBy(mentor => input.Preferences.Of(mentee, mentor).ForMentee)
                    .ThenBy(mentor => input.Lottery.TurnOf(mentee, mentor)),
                row
            );
            foreach (var (one, other) in row.Zip(row.Skip(1)))
            {
                var step = market.MenteeTiers[market.PairAt(mentee, other)] - market.MenteeTiers[market.PairAt(mentee, one)];
                Assert.Equal(input.Preferences.Of(mentee, one).ForMentee == input.Preferences.Of(mentee, other).ForMentee ? 0 : 1, step);
            }
            Assert.All(
                row,
                mentor => Assert.Equal(input.Preferences.Weigh(mentee, mentor).Points, market.Scores![market.PairAt(mentee, mentor)])
            );
        }
        for (var mentor = 0; mentor < 310; mentor++)
        {
            var own = Enumerable
                .Range(0, 40)
                .Where(mentee => market.PairAt(mentee, mentor) >= 0)
                .Select(mentee =>
                    (Tier: market.MentorTiers[market.PairAt(mentee, mentor)], Order: input.Preferences.Of(mentee, mentor).ForMentor)
                )
                .OrderBy(one => one.Order)
                .ToList();
            Assert.Equal(
                own.Select(one => own.Select(other => other.Order).Distinct().Order().ToList().IndexOf(one.Order)),
                own.Select(one => one.Tier)
            );
        }
    }

    internal static MatchingProblem Invented(ulong seed, int mentees, int mentors, int questions)
    {
        var dice = new Inventing.Dice(seed);
        Dictionary<string, IReadOnlyCollection<string>> Answers() =>
            Enumerable
                .Range(0, questions)
                .ToDictionary(
                    q => $"q{q}",
                    q =>
                        (IReadOnlyCollection<string>)
                            Enumerable
                                .Range(
                                    0,
                                    q % 3 == 2 ? 1 + dice.Below(3)
                                        : dice.Below(8) == 0 ? 0
                                        : 1
                                )
                                .Select(_ => $"v{dice.Below(4 + q)}")
                                .ToHashSet()
                );
        return new()
        {
            Mentees = [.. Enumerable.Range(0, mentees).Select(n => Cast.Mentee($"e{n}") with { Answers = Answers() })],
            Mentors = [.. Enumerable.Range(0, mentors).Select(n => Cast.Mentor($"o{n}", 10) with { Answers = Answers() })],
            Questions = [.. Enumerable.Range(0, questions).Select(q => new Question($"q{q}", Counting.Alike, 1 + q % 3))],
        };
    }
}

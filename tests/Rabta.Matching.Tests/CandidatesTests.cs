using Rabta.Matching.Problems;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests;

public class CandidatesTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 7)]
    [InlineData(3, 12)]
    public void Candidates_are_nearly_as_good_as_the_best_thirty_of_everybody(ulong seed, int questions)
    {
        var grounds = Grounds.Of(Invented(seed, 10_000, 1_000, questions), out _)!;
        var candidates = new Candidates(grounds);
        var (found, best, asGood, all) = (0.0, 0.0, 0, 0);
        // Every twentieth, as weighing everybody with everybody is what candidates save.
        for (var mentee = 0; mentee < 10_000; mentee += 20)
        {
            var own = candidates.Of(mentee);
            var exhaustive = candidates.Exhaustive(mentee, Enumerable.Range(0, 1_000));
            Assert.True(own.Count >= Math.Min(Candidates.Most, exhaustive.Count));
            var last = exhaustive.Min(mentor => grounds.Preferences.Likeness(mentee, mentor));
            var thirty = own.OrderByDescending(mentor => grounds.Preferences.Likeness(mentee, mentor)).Take(exhaustive.Count).ToList();
            found += thirty.Sum(mentor => grounds.Preferences.Likeness(mentee, mentor));
            best += exhaustive.Sum(mentor => grounds.Preferences.Likeness(mentee, mentor));
            asGood += thirty.Count(mentor => grounds.Preferences.Likeness(mentee, mentor) >= last);
            all += exhaustive.Count;
        }
        Assert.True(found >= 0.95 * best, $"likeness {found / best:0.000}");
        Assert.True(asGood >= 0.95 * all, $"among the best {asGood / (double)all:0.000}");
    }

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
        var grounds = Grounds.Of(problem, out _)!;
        var candidates = new Candidates(grounds);

        Assert.All(Enumerable.Range(0, 50), mentee => Assert.Single(candidates.Of(mentee)));
    }

    [Fact]
    public void Nobody_is_left_without_while_somebody_acceptable_is_free()
    {
        var problem = Invented(6, 900, 450, 2);
        problem = problem with { Mentors = [.. problem.Mentors.Select(mentor => mentor with { Places = 2 })] };
        foreach (var mode in Enum.GetValues<Mode>().Except([Mode.Balanced]))
            Assert.Empty((problem with { Mode = mode }).Solved().Unmatched);
    }

    [Fact]
    public void Whom_somebody_wished_for_is_always_weighed()
    {
        var problem = Invented(7, 20, 500, 3);
        problem = problem with { Mentees = [problem.Mentees[0].Wishing("o77"), .. problem.Mentees.Skip(1)] };

        Assert.Contains(new Pair("e0", "o77"), problem.Solved().Pairs);
    }

    private static MatchingProblem Invented(ulong seed, int mentees, int mentors, int questions)
    {
        var dice = new Inventing.Dice(seed);
        Dictionary<string, IReadOnlyCollection<string>> Answers() => Enumerable.Range(0, questions)
            .ToDictionary(q => $"q{q}", q => (IReadOnlyCollection<string>)Enumerable.Range(0, q % 3 == 2 ? 1 + dice.Below(3) : dice.Below(8) == 0 ? 0 : 1).Select(_ => $"v{dice.Below(4 + q)}").ToHashSet());
        return new()
        {
            Mentees = [.. Enumerable.Range(0, mentees).Select(n => Cast.Mentee($"e{n}") with { Answers = Answers() })],
            Mentors = [.. Enumerable.Range(0, mentors).Select(n => Cast.Mentor($"o{n}", 10) with { Answers = Answers() })],
            Questions = [.. Enumerable.Range(0, questions).Select(q => new Question($"q{q}", Counting.Alike, 1 + q % 3))],
        };
    }
}

using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests;

public class LargeCandidatesTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 7)]
    [InlineData(3, 12)]
    public void Candidates_are_nearly_as_good_as_the_best_thirty_of_everybody(ulong seed, int questions)
    {
        var input = SolverInput.Of(CandidatesTests.Invented(seed, 10_000, 1_000, questions), out _)!;
        var candidates = new Candidates(input);
        var (found, best, asGood, all) = (0.0, 0.0, 0, 0);
        // Every twentieth, as weighing everybody with everybody is what candidates save.
        for (var mentee = 0; mentee < 10_000; mentee += 20)
        {
            var own = candidates.Of(mentee);
            var exhaustive = candidates.Exhaustive(mentee, Enumerable.Range(0, 1_000));
            Assert.True(own.Count >= Math.Min(Candidates.Most, exhaustive.Count));
            var last = exhaustive.Min(mentor => input.Preferences.Likeness(mentee, mentor));
            var thirty = own.OrderByDescending(mentor => input.Preferences.Likeness(mentee, mentor)).Take(exhaustive.Count).ToList();
            found += thirty.Sum(mentor => input.Preferences.Likeness(mentee, mentor));
            best += exhaustive.Sum(mentor => input.Preferences.Likeness(mentee, mentor));
            asGood += thirty.Count(mentor => input.Preferences.Likeness(mentee, mentor) >= last);
            all += exhaustive.Count;
        }
        Assert.True(found >= 0.95 * best, $"likeness {found / best:0.000}");
        Assert.True(asGood >= 0.95 * all, $"among the best {asGood / (double)all:0.000}");
    }
}

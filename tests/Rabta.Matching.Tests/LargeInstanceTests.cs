using Rabta.Matching.Problems;

namespace Rabta.Matching.Tests;

public class LargeInstanceTests
{
    [Fact]
    public void A_large_round_passes_the_check_and_fills_every_place()
    {
        var problem = Sized(1_500, 150);

        var result = problem.Solved();

        Assert.Equal(problem.Mentors.Sum(mentor => mentor.Places), result.Pairs.Count);
    }

    /// <summary>Ten questions, three wishes each, a few of every kind of rule; nine places for ten mentees.</summary>
    internal static MatchingProblem Sized(int mentees, int mentors)
    {
        var random = new Random(20261125);
        string[] menteeKeys = [.. Enumerable.Range(0, mentees).Select(n => $"e{n}")];
        string[] mentorKeys = [.. Enumerable.Range(0, mentors).Select(n => $"o{n}")];
        Pair AnyPair() => new(random.GetItems(menteeKeys, 1)[0], random.GetItems(mentorKeys, 1)[0]);
        Dictionary<string, IReadOnlyCollection<string>> Answers() =>
            Enumerable
                .Range(0, 10)
                .ToDictionary(
                    n => $"q{n}",
                    n => (IReadOnlyCollection<string>)Enumerable.Range(0, random.Next(3)).Select(_ => $"v{random.Next(8)}").ToHashSet()
                );
        IReadOnlyList<string>[] Wishes(string[] keys) => [.. random.GetItems(keys, 3).Distinct().Chunk(1)];

        return new()
        {
            Seed = 1,
            Questions = [.. Enumerable.Range(0, 10).Select(n => new Question($"q{n}", n == 9 ? Counting.MustDiffer : (Counting)(n % 2)))],
            Mentees = [.. menteeKeys.Select(key => Cast.Mentee(key) with { Answers = Answers(), Wishes = Wishes(mentorKeys) })],
            Mentors =
            [
                .. mentorKeys.Select(key =>
                    Cast.Mentor(key, mentees * 9 / 10 / mentors) with
                    {
                        Answers = Answers(),
                        Wishes = Wishes(menteeKeys),
                    }
                ),
            ],
            Recommendations =
            [
                .. Enumerable
                    .Range(0, mentees / 10)
                    .Select(n => AnyPair())
                    .Select(pair => new Recommendation(pair.Mentee, pair.Mentor, "r")),
            ],
            Conflicts =
            [
                .. Enumerable.Range(0, mentees / 10).Select(_ => AnyPair()).Select(pair => new Conflict(pair.Mentee, pair.Mentor)),
            ],
            Forbids = [.. Enumerable.Range(0, mentees / 20).Select(_ => AnyPair())],
        };
    }
}

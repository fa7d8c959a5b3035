using Rabta.Matching.Problems;

namespace Rabta.Matching.Tests;

/// <summary>All matchings of a strictly ranked problem, by trying every assignment: (mentors + 1)^mentees.</summary>
internal static class BruteForce
{
    /// <returns>For each stable matching, every mentee's rank of their mentor, counted from 0; past the last for none.</returns>
    public static IEnumerable<Dictionary<string, int>> StableRanks(MatchingProblem problem) =>
        Verdicts(problem)
            .Where(verdict => verdict.IsStable)
            .Select(verdict =>
                problem.Mentees.ToDictionary(
                    mentee => mentee.Key,
                    mentee => Rank(mentee.Wishes, verdict.Pairs.SingleOrDefault(pair => pair.Mentee == mentee.Key).Mentor)
                )
            );

    /// <returns>Every assignment, possible or not, with whether it keeps rules and places and blocks nobody.</returns>
    public static IEnumerable<(List<Pair> Pairs, bool IsStable)> Verdicts(MatchingProblem problem)
    {
        foreach (var mentorOf in Assignments(problem, 0, new string?[problem.Mentees.Count]))
        {
            var pairs = problem
                .Mentees.Index()
                .Where(at => mentorOf[at.Index] is not null)
                .Select(at => new Pair(at.Item.Key, mentorOf[at.Index]!))
                .ToList();
            yield return (pairs, IsStable(problem, mentorOf, pairs));
        }
    }

    public static int Rank(IReadOnlyList<IReadOnlyList<string>> wishes, string? key) => wishes.TakeWhile(wish => wish[0] != key).Count();

    private static IEnumerable<string?[]> Assignments(MatchingProblem problem, int mentee, string?[] mentorOf)
    {
        if (mentee == mentorOf.Length)
        {
            yield return mentorOf;
            yield break;
        }
        foreach (var mentor in problem.Mentors.Select(mentor => mentor.Key).Append(null))
        {
            mentorOf[mentee] = mentor;
            foreach (var assignment in Assignments(problem, mentee + 1, mentorOf))
                yield return assignment;
        }
    }

    private static bool IsStable(MatchingProblem problem, string?[] mentorOf, List<Pair> pairs)
    {
        return !pairs.Intersect(problem.Forbids).Any()
            && problem.Mentors.All(mentor => pairs.Count(pair => pair.Mentor == mentor.Key) <= mentor.Places)
            && !problem.Mentees.Index().Any(at => problem.Mentors.Any(mentor => Blocks(at.Item, mentorOf[at.Index], mentor)));

        bool Blocks(Mentee mentee, string? has, Mentor mentor)
        {
            if (problem.Forbids.Contains(new(mentee.Key, mentor.Key)) || Rank(mentee.Wishes, mentor.Key) >= Rank(mentee.Wishes, has))
                return false;
            var held = pairs.Where(pair => pair.Mentor == mentor.Key).ToList();
            return held.Count < mentor.Places || held.Any(pair => Rank(mentor.Wishes, mentee.Key) < Rank(mentor.Wishes, pair.Mentee));
        }
    }
}

using CsCheck;
using Rabta.Matching.Problems;

namespace Rabta.Matching.Tests;

/// <summary>Random problems, made from a row of dice so that a failing one shrinks by its dice.</summary>
internal static class Instances
{
    /// <summary>Up to 7 mentees and 4 mentors with every kind of rule, wish and tie; free of contradictions.</summary>
    public static Gen<MatchingProblem> Any { get; } = Gen.Byte.Array[400].Select(dice => Mixed(new(dice)));

    /// <summary>Up to 5 mentees and 3 mentors; both sides rank everybody without ties; some pairs forbidden.</summary>
    public static Gen<MatchingProblem> Strict { get; } = Gen.Byte.Array[120].Select(dice => Ranked(new(dice)));

    /// <summary>The same problem with every list in which order has no meaning turned round.</summary>
    public static MatchingProblem Reordered(this MatchingProblem problem) =>
        problem with
        {
            Mentees = [.. problem.Mentees.Reverse()],
            Mentors = [.. problem.Mentors.Skip(1), .. problem.Mentors.Take(1)],
            Questions = [.. problem.Questions.Reverse()],
            Recommendations = [.. problem.Recommendations.Reverse()],
            Conflicts = [.. problem.Conflicts.Select(conflict => new Conflict(conflict.OtherPerson, conflict.OnePerson))],
            Pins = [.. problem.Pins.Reverse()],
            Forbids = [.. problem.Forbids.Reverse()],
            Incumbents = [.. problem.Incumbents.Reverse()],
        };

    private static MatchingProblem Mixed(Dice dice)
    {
        var mentees = Keys("e", dice.Below(8));
        var mentors = Keys("o", dice.Below(5));
        var problem = new MatchingProblem
        {
            Seed = (ulong)dice.Below(256),
            Questions = [.. Keys("q", dice.Below(4)).Select(id => new Question(id, (Counting)dice.Below(4), 1 + dice.Below(3)))],
            // The first two mentees are also the first two mentors.
            Mentees =
            [
                .. mentees.Select(
                    (key, n) => new Mentee(key, n < 2 ? "p" + n : key) { Answers = Answers(dice), Wishes = Wishes(dice, mentors) }
                ),
            ],
            Mentors =
            [
                .. mentors.Select(
                    (key, n) =>
                        new Mentor(key, n < 2 ? "p" + n : key, dice.Below(4)) { Answers = Answers(dice), Wishes = Wishes(dice, mentees) }
                ),
            ],
        };
        if (mentees.Length == 0 || mentors.Length == 0)
            return problem;

        Pair AnyPair() => new(dice.Of(mentees), dice.Of(mentors));
        problem = problem with
        {
            Recommendations =
            [
                .. Times(dice.Below(3)).Select(n => AnyPair()).Select(pair => new Recommendation(pair.Mentee, pair.Mentor, "r")),
            ],
            Conflicts =
            [
                .. Times(dice.Below(3)).Select(_ => new Conflict(dice.Of(problem.Mentees).PersonKey, dice.Of(problem.Mentors).PersonKey)),
            ],
            Forbids = [.. Times(dice.Below(3)).Select(_ => AnyPair())],
            Incumbents = [.. Times(dice.Below(3)).Select(_ => AnyPair()).DistinctBy(pair => pair.Mentee)],
        };
        // Pins are proposed at random and kept where they contradict nothing.
        foreach (var pin in Times(dice.Below(3)).Select(_ => AnyPair()).ToList())
        {
            var pinned = problem with { Pins = [.. problem.Pins, pin] };
            if (Matchmaker.Match(pinned).IsSolved)
                problem = pinned;
        }
        return problem;
    }

    private static MatchingProblem Ranked(Dice dice)
    {
        var mentees = Keys("e", 1 + dice.Below(5));
        var mentors = Keys("o", 1 + dice.Below(3));
        return new()
        {
            Mentees = [.. mentees.Select(key => Cast.Mentee(key).Wishing(dice.Shuffled(mentors)))],
            Mentors = [.. mentors.Select(key => Cast.Mentor(key, dice.Below(3)).Wishing(dice.Shuffled(mentees)))],
            Forbids = [.. Times(dice.Below(4)).Select(_ => new Pair(dice.Of(mentees), dice.Of(mentors)))],
        };
    }

    private static Dictionary<string, IReadOnlyCollection<string>> Answers(Dice dice) =>
        Keys("q", 3)
            .ToDictionary(id => id, _ => (IReadOnlyCollection<string>)Times(dice.Below(3)).Select(_ => "v" + dice.Below(3)).ToHashSet());

    private static IReadOnlyList<string>[] Wishes(Dice dice, string[] keys) =>
        [.. dice.Shuffled(keys).Take(dice.Below(keys.Length + 1)).Chunk(1 + dice.Below(2))];

    private static string[] Keys(string prefix, int count) => [.. Times(count).Select(n => prefix + n)];

    private static IEnumerable<int> Times(int count) => Enumerable.Range(0, count);
}

/// <summary>Decisions read off a fixed row of bytes; past its end every die shows 0.</summary>
internal sealed class Dice(byte[] row)
{
    private int _next;

    public int Below(int limit) => _next < row.Length ? row[_next++] % limit : 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public string[] Shuffled(string[] items)
    {
        var shuffled = items.ToArray();
        for (var left = shuffled.Length; left > 1; left--)
        {
            var taken = Below(left);
            (shuffled[taken], shuffled[left - 1]) = (shuffled[left - 1], shuffled[taken]);
        }
        return shuffled;
    }
}

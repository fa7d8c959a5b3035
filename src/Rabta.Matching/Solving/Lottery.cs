using Rabta.Matching.Problems;

namespace Rabta.Matching.Solving;

/// <summary>Everybody's luck for one round; <see cref="Draw"/> says how it is drawn.</summary>
internal sealed class Lottery
{
    private readonly int[] _mentorPlaces;

    public Lottery(MatchingProblem problem, Roster roster)
    {
        var lost = problem.LastUnmatched.ToHashSet(StringComparer.Ordinal);
        TieBreak = Draw.Order(
            problem.Seed,
            "mentee",
            Array.ConvertAll(roster.Mentees, mentee => mentee.Key),
            mentee => lost.Contains(roster.Mentees[mentee].Key)
        );
        _mentorPlaces = Draw.Order(problem.Seed, "mentor", Array.ConvertAll(roster.Mentors, mentor => mentor.Key));
    }

    /// <summary>By mentee: 0 the luckiest.</summary>
    public int[] TieBreak { get; }

    /// <summary>The mentee's number, 1 the luckiest.</summary>
    public int NumberOf(int mentee) => TieBreak[mentee] + 1;

    /// <summary>Where the mentor comes among mentors whom the mentee prefers equally, 0 first.</summary>
    /// <remarks>
    /// Each mentee starts at another point of one circle of mentors: mentees without any wish
    /// spread over all mentors instead of all asking the same one first.
    /// </remarks>
    public int TurnOf(int mentee, int mentor)
    {
        var turn = _mentorPlaces[mentor] - Start(mentee);
        return turn < 0 ? turn + _mentorPlaces.Length : turn;
    }

    private int Start(int mentee) => NumberOf(mentee) % _mentorPlaces.Length;
}

using Rabta.Matching.Checking;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.Matching.Solving;

namespace Rabta.Matching;

/// <summary>Solves a round and has the result checked.</summary>
public static class Matchmaker
{
    /// <summary>Pairs mentees with mentors so that no two people would both rather have each other.</summary>
    /// <remarks>
    /// Standing mentorships and pins are seated first, then mentees ask by <see cref="DeferredAcceptance"/>. The result
    /// is weakly stable around what was seated, no mentor is overfull, no hard rule is broken, and the order of the
    /// input does not matter. O(mentees x mentors x questions) time, 8 bytes a pair.
    /// Refuses in words of the input instead of throwing: see <see cref="MatchingOutcome.Contradictions"/>.
    /// </remarks>
    public static MatchingOutcome Match(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (Grounds.Of(problem, out var contradictions) is not { } grounds)
            return new(contradictions, null, null);

        var result = Solve(grounds, problem.Seed);
        // Always, not only in tests: a solver's fault must never reach people as a published round.
        var check = ResultCheck.Of(problem, result.Pairs, [.. result.Unmatched.Select(left => left.Mentee)]);
        return new([], result, check);
    }

    private static MatchingResult Solve(Grounds grounds, ulong seed)
    {
        var (roster, seating) = (grounds.Roster, grounds.Seating);
        var isSeeking = Array.ConvertAll(seating.MentorOf, mentor => mentor == DeferredAcceptance.Nobody);
        var lists = PreferenceLists.Build(grounds.Rules, grounds.Preferences, grounds.Lottery, isSeeking, seating.FreeSeats);
        var asked = DeferredAcceptance.Run(lists, grounds.Lottery, seating.FreeSeats);

        var reasons = new UnmatchedReasons(roster, grounds.Rules);
        var pairs = new List<Pair>();
        var unmatched = new List<Unmatched>();
        for (var mentee = 0; mentee < asked.Length; mentee++)
        {
            var mentor = isSeeking[mentee] ? asked[mentee] : seating.MentorOf[mentee];
            if (mentor == DeferredAcceptance.Nobody)
                unmatched.Add(new(roster.Mentees[mentee].Key, reasons.Of(mentee)));
            else
                pairs.Add(new(roster.Mentees[mentee].Key, roster.Mentors[mentor].Key));
        }
        return new(pairs, unmatched, seed);
    }
}

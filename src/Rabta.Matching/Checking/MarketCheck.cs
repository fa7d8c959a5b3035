using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>A mentee and a mentor, by number, who would both rather have each other, and what explains it.</summary>
public readonly record struct BlockingPair(int Mentee, int Mentor, Because Because);

/// <summary>A broken promise of a result: what, and who is concerned (<see cref="Market.Nobody"/> for nobody).</summary>
public readonly record struct MarketFault(CheckCode Code, int Mentee, int Mentor);

/// <summary>What the check of a market found.</summary>
/// <param name="Faults">Anything that must not be: strangers, overfull mentors, unacceptable pairs, moved pins.</param>
/// <param name="Blocking">Blocking pairs, at most as many as asked for.</param>
/// <param name="BlockingCount">All of them.</param>
/// <param name="UnexplainedCount">Those that neither a pin nor a standing mentorship explains.</param>
public sealed record MarketReport(
    IReadOnlyList<MarketFault> Faults,
    IReadOnlyList<BlockingPair> Blocking,
    long BlockingCount,
    long UnexplainedCount
)
{
    /// <summary>Valid, and stable around what was seated.</summary>
    public bool Ok => Faults.Count == 0 && UnexplainedCount == 0;
}

/// <summary>Judges who is with whom in a market, knowing nothing of how it came about.</summary>
/// <remarks>
/// Weak stability (Irving, Manlove and Scott 2000): a pair blocks where both gain strictly. A first pass learns whom each
/// mentor could spare, a second walks each row only down to what the mentee has. O(pairs) at worst, mostly a fraction;
/// 13 bytes a mentor. With reserved places a mentor gains by filling more of them, or as many with somebody they prefer.
/// </remarks>
public static class MarketCheck
{
    public const int MostListed = 1000;

    /// <summary>Whether a result is valid and nothing but what was seated stands against its stability.</summary>
    public static bool IsStable(Market market, int[] mentorOf) => Of(market, mentorOf).Ok;

    /// <param name="mentorOf">By mentee: the mentor or <see cref="Market.Nobody"/>.</param>
    /// <param name="margin">How many tiers both must gain to block; 1 is stability, more is what balanced promises.</param>
    /// <param name="mostListed">Where the list of blocking pairs stops; the counts do not.</param>
    public static MarketReport Of(Market market, int[] mentorOf, int margin = 1, int mostListed = MostListed)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(mentorOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, 1);
        var faults = new List<MarketFault>();
        var assignments = Assignments.Of(market, mentorOf, faults);
        return BlockingSearch.Run(market, mentorOf, assignments, margin, mostListed, faults);
    }
}

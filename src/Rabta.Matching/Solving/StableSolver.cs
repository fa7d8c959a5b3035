using Rabta.Matching.Checking;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>A large weakly stable matching: Király's linear-time algorithm for ties on both sides. The default.</summary>
/// <remarks>
/// <para>Guarantee: no mentee and mentor would both rather have each other; at least two thirds as many pairs as the largest
/// stable matching has, whatever the ties (Király, "Linear Time Local Approximation Algorithm for Maximum Stable Marriage",
/// Algorithms 2013; a mentor with places counts as that many equal mentors, ranked equally by every mentee). Mostly it is
/// the largest or within a percent. With strict lists it is the mentee-optimal matching. Not truthful: where ties decide,
/// a mentee may gain by leaving wishes out; use <see cref="LotterySolver"/> where that must not be. Reserved places are kept
/// with full stability, without the bound.</para>
/// <para>Where ties leave a choice and the market is small, several orders of asking are tried and the first largest kept.</para>
/// Cost: O(pairs x log places) a run, two passes down each list at most; 33 bytes a mentee and 8 a seat beyond the market.
/// </remarks>
public static class StableSolver
{
    /// <summary>Pairs looked at in all the tries together: what about a tenth of a second pays for.</summary>
    private const int Effort = 2_000_000;
    private const int MostTries = 48;

    /// <returns>By mentee: the mentor or <see cref="Market.Nobody"/>; the seated ones where they sit.</returns>
    public static int[] Solve(Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        var free = market.FreeSeats();
        var best = Try(market, free, Draw.Places(market.TieBreak));
        var most = Ceiling(market, free);
        var tries = Math.Clamp(Effort / Math.Max(1, market.PairCount), 1, MostTries);
        if (tries > 1 && market.IsStrict())
            tries = 1;
        for (var turn = 1; turn < tries && Matched(best) < most; turn++)
        {
            var other = Try(market, free, Draw.Again(market.TieBreak, (ulong)turn));
            if (Matched(other) > Matched(best))
                best = other;
        }
        return best;
    }

    private static int[] Try(Market market, int[] free, int[] order)
    {
        if (market.Reserves is null)
            return new LargeStable<PlainSeats>(market, new(free, market.TieBreak)).Run(order);
        var found = new LargeStable<ReservedSeats>(market, new(market, free)).Run(order);
        // The bound's argument does not cover reserved places; where the larger answer is not stable, the plain one is.
        return MarketCheck.IsStable(market, found) ? found : LotterySolver.Solve(market);
    }

    private static int Matched(int[] mentorOf) => mentorOf.Count(mentor => mentor != Market.Nobody);

    /// <summary>No matching has more: everyone who lists somebody, and every seat.</summary>
    private static int Ceiling(Market market, int[] free)
    {
        var (seated, seeking) = (0, 0);
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
        {
            if (market.SeatedMentor(mentee) != Market.Nobody)
                seated++;
            else if (market.Starts[mentee] < market.Starts[mentee + 1])
                seeking++;
        }
        return seated + (int)Math.Min(seeking, free.Sum(seats => (long)seats));
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Mentee-proposing deferred acceptance with places, ties broken by one published draw (Gale and Shapley 1962).</summary>
/// <remarks>
/// <para>Guarantee: weakly stable (Irving, Manlove and Scott 2000); in the broken ties every mentee has their best stable
/// mentor, and no mentee gains by wishing dishonestly (Roth 1982; with reserved places Hafalir et al. 2013). It is not the
/// largest stable matching where ties leave a choice of size: that is what <see cref="StableSolver"/> is for.</para>
/// Cost: every pair is asked at most once, O(pairs x log places); 12 bytes a mentee and 8 a seat beyond the market.
/// </remarks>
public static class LotterySolver
{
    /// <returns>By mentee: the mentor or <see cref="Market.Nobody"/>; the seated ones where they sit.</returns>
    public static int[] Solve(Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        var free = market.FreeSeats();
        return market.Reserves is null ? Run(market, new PlainSeats(free, market.TieBreak)) : Run(market, new ReservedSeats(market, free));
    }

    private static int[] Run<TSeats>(Market market, TSeats seats)
        where TSeats : ISeats
    {
        var mentorOf = market.SeatedOrNobody();
        var next = market.Starts.AsSpan(..^1).ToArray();
        var (starts, mentors, tiers, tieBreak) = (market.Starts, market.Mentors, market.MentorTiers, market.TieBreak);
        for (var first = 0; first < mentorOf.Length; first++)
        {
            if (mentorOf[first] != Market.Nobody)
                continue;
            for (var asking = first; asking != Market.Nobody && next[asking] < starts[asking + 1]; )
            {
                var pair = next[asking]++;
                var turnedAway = seats.Offer(mentors[pair], asking, Priority.Of(tiers[pair], false, tieBreak[asking]));
                if (turnedAway == asking)
                    continue;
                mentorOf[asking] = mentors[pair];
                asking = turnedAway;
                if (asking != Market.Nobody)
                    mentorOf[asking] = Market.Nobody;
            }
        }
        return mentorOf;
    }
}

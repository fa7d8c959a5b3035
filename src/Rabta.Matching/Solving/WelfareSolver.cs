using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>A matching of largest total, and how good it is shown to be.</summary>
/// <param name="MentorOf">By mentee: the mentor or <see cref="Market.Nobody"/>.</param>
/// <param name="Total">The sum of the scores of the pairs made here; seated ones do not count.</param>
/// <param name="Bound">No matching has a larger total: the value of a dual solution.</param>
public sealed record WelfareResult(int[] MentorOf, long Total, double Bound)
{
    /// <summary>At most this share of the best total is missing; 0 is proved best.</summary>
    public double Gap => Bound <= 0 ? 0 : Math.Max(0, (Bound - Total) / Bound);
}

/// <summary>The largest total score, whoever would rather have whom.</summary>
/// <remarks>
/// <para>Guarantee: small markets exactly, and of equal totals the most pairs (<see cref="ShortestPaths"/>); others within
/// the gap that the result carries, shown by linear-programming duality (<see cref="Auction"/>). Not stable: pairs who
/// would both rather have each other are the price, and are listed with reason "mode". Scores are needed; reserved places
/// order who comes first at a mentor and have no say where nobody comes first.</para>
/// </remarks>
public static class WelfareSolver
{
    /// <summary>
    /// Mentees times pairs up to which every augmentation is affordable: half a second, and everybody with everybody up to 500.
    /// </summary>
    private const long Exactly = 125_000_000;

    /// <param name="gap">The share of the best total that a large market's result may miss.</param>
    /// <exception cref="ArgumentException">The market has no scores.</exception>
    public static WelfareResult Solve(Market market, double gap = 0.0001)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (market.Scores is null)
            throw new ArgumentException("Welfare needs scores.", nameof(market));
        return (long)market.MenteeCount * market.PairCount <= Exactly ? new ShortestPaths(market).Run() : new Auction(market).Run(gap);
    }

    /// <summary>The sum of the scores of pairs that were not seated beforehand.</summary>
    public static long Total(Market market, int[] mentorOf)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(mentorOf);
        var total = 0L;
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
        {
            if (
                mentorOf[mentee] != Market.Nobody
                && market.SeatedMentor(mentee) == Market.Nobody
                && market.PairAt(mentee, mentorOf[mentee]) is >= 0 and var pair
            )
                total += market.Scores![pair];
        }
        return total;
    }
}

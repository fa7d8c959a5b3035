using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>A pair somebody may bid for; <see cref="Pair"/> is negative where there is none.</summary>
internal readonly record struct Wanted(int Mentor, int Score, int Pair)
{
    public static readonly Wanted None = new(0, 0, -1);

    public double GainAt(double[] prices) => Pair < 0 ? double.NegativeInfinity : Score - prices[Mentor];
}

/// <summary>
/// The three pairs a mentee gains most by at the prices of some moment, and the most that any other pair gave then: as long as prices only
/// rise, none gives more.
/// </summary>
/// <remarks>48 bytes: what a bid reads of its bidder lies together.</remarks>
internal readonly struct Favourites
{
    private readonly Wanted _first,
        _second,
        _third;
    private readonly double _rest;

    private Favourites(Wanted first, Wanted second, Wanted third, double rest) =>
        (_first, _second, _third, _rest) = (first, second, third, rest);

    /// <summary>Says nothing, so that they are looked up.</summary>
    public static Favourites Unknown { get; } = new(Wanted.None, Wanted.None, Wanted.None, double.PositiveInfinity);

    /// <param name="seats">A mentor without any is nobody's favourite.</param>
    public static Favourites Of(Market market, int mentee, int[] seats, double[] prices)
    {
        var (first, second, third) = (Wanted.None, Wanted.None, Wanted.None);
        var (most, next, last, rest) = (double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (var pair = market.Starts[mentee]; pair < market.Starts[mentee + 1]; pair++)
        {
            var wanted = new Wanted(market.Mentors[pair], market.Scores![pair], pair);
            var gain = wanted.GainAt(prices);
            if (gain <= rest || seats[wanted.Mentor] == 0)
                continue;
            if (gain > most)
                (first, second, third, most, next, last, rest) = (wanted, first, second, gain, most, next, last);
            else if (gain > next)
                (second, third, next, last, rest) = (wanted, second, gain, next, last);
            else if (gain > last)
                (third, last, rest) = (wanted, gain, last);
            else
                rest = gain;
        }
        return new(first, second, third, rest);
    }

    /// <summary>Which of them to bid for, what it gains, and what the next best gains (at least 0: nobody has to bid).</summary>
    /// <returns>False where some other pair may have become better, so that they have to be looked up anew.</returns>
    public bool Choose(double[] prices, out Wanted chosen, out double best, out double second)
    {
        (chosen, best, second) = (Wanted.None, 0, 0);
        Compare(_first, prices, ref chosen, ref best, ref second);
        Compare(_second, prices, ref chosen, ref best, ref second);
        Compare(_third, prices, ref chosen, ref best, ref second);
        return second >= _rest;
    }

    private static void Compare(Wanted wanted, double[] prices, ref Wanted chosen, ref double best, ref double second)
    {
        var gain = wanted.GainAt(prices);
        if (gain > best || (chosen.Pair < 0 && gain >= best))
            (second, best, chosen) = (Math.Max(0, best), gain, wanted);
        else if (gain > second)
            second = gain;
    }
}

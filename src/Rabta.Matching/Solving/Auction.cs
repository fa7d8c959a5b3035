using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Largest total by auction: who has no seat bids for the best one at today's prices (Bertsekas 1988).</summary>
/// <remarks>
/// <para>Seats of a mentor are alike, so a mentor's price is that of the cheapest seat (Bertsekas and Castanon 1989). A bid
/// raises it by what the bidder prefers it to the second best, and a small step. Who gains nothing anywhere stays without.
/// In the end nobody could gain more than a step elsewhere and empty seats cost nothing, so the total is within a step a
/// pair of the best; the prices themselves show how near, as they solve the dual.</para>
/// <para>Large steps first, then smaller ones from the prices so far (epsilon scaling). A seat left empty at a price above
/// nothing then bids for mentees in its turn (<see cref="Reverse"/>; Bertsekas and Castanon 1992).</para>
/// <para>Within a step prices only rise, so nobody outside the few a mentee liked most (<see cref="Favourites"/>) has become
/// better than the best outside was then: most bids look at those only (Bertsekas 1991, the third best).</para>
/// 60 bytes a mentee and 12 a seat beyond the market; a few rounds over the market for each step.
/// </remarks>
internal sealed partial class Auction
{
    private const int Together = 16,
        NearEnoughToLook = 64;
    private readonly Market _market;
    private readonly int[] _mentorOf;
    private readonly int[] _seats;
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly double[] _bids;
    private readonly int[] _bidders;
    private readonly double[] _prices;
    private readonly int[] _seekers;
    private readonly int[] _pairOf;
    private readonly Favourites[] _favourites;
    private ByMentor? _byMentor;
    private int _fetched;

    public Auction(Market market)
    {
        _market = market;
        _mentorOf = market.SeatedOrNobody();
        _seats = market.FreeSeats();
        _starts = new int[_seats.Length + 1];
        for (var mentor = 0; mentor < _seats.Length; mentor++)
            _starts[mentor + 1] = _starts[mentor] + _seats[mentor];
        _counts = new int[_seats.Length];
        _bids = new double[_starts[^1]];
        _bidders = new int[_starts[^1]];
        _prices = new double[_seats.Length];
        _pairOf = new int[_mentorOf.Length];
        _favourites = new Favourites[_mentorOf.Length];
        _seekers = [.. Draw.Places(market.TieBreak).Where(mentee => _mentorOf[mentee] == Market.Nobody)];
    }

    /// <param name="gap">The share of the best total that may be missing.</param>
    public WelfareResult Run(double gap)
    {
        var fine = gap * AverageBest();
        for (var step = 4096 * fine; ; step /= 4)
        {
            Bid(step);
            Reverse(step);
            // Looking how near it is takes a walk over the market, and with large steps it is not.
            if (step <= NearEnoughToLook * fine)
            {
                var result = new WelfareResult(_mentorOf, WelfareSolver.Total(_market, _mentorOf), Bound());
                if (result.Gap <= gap || step < 1e-6)
                    return result;
            }
            Reopen(step);
        }
    }

    private double AverageBest()
    {
        var sum = 0.0;
        for (var mentee = 0; mentee < _market.MenteeCount; mentee++)
            sum += _market.BestScoreOf(mentee);
        return sum / Math.Max(1, _market.MenteeCount);
    }

    private void Bid(double step)
    {
        // Prices may have fallen since the last step.
        Array.Fill(_favourites, Favourites.Unknown);
        var queue = new int[Math.Max(1, _seekers.Length)];
        _seekers.CopyTo(queue, 0);
        for (var (head, count, ahead) = (0, _seekers.Length, 0); count > 0; count--, ahead--)
        {
            if (ahead == 0)
                Fetch(queue, head, ahead = Math.Min(count, Together));
            var outbid = BidOnce(queue[head], step);
            head = head + 1 == queue.Length ? 0 : head + 1;
            if (outbid == Market.Nobody)
                continue;
            var tail = head + count - 1;
            queue[tail < queue.Length ? tail : tail - queue.Length] = outbid;
            count++;
        }
    }

    /// <summary>Reads a little of the rows of those who bid next, all at once: one after another each would be waited for.</summary>
    /// <remarks>Most of a bid is waiting for memory. A sixth less time on a million mentees.</remarks>
    private void Fetch(int[] queue, int head, int count)
    {
        var (starts, mentors, scores) = (_market.Starts, _market.Mentors, _market.Scores!);
        for (var at = head; at < head + count; at++)
        {
            var mentee = queue[at < queue.Length ? at : at - queue.Length];
            var (first, last) = (starts[mentee], starts[mentee + 1] - 1);
            if (first <= last)
                _fetched ^= mentors[first] ^ mentors[last] ^ scores[first] ^ scores[last];
        }
    }

    /// <returns>Who lost the seat, or <see cref="Market.Nobody"/>.</returns>
    private int BidOnce(int mentee, double step)
    {
        ref var favourites = ref _favourites[mentee];
        if (!favourites.Choose(_prices, out var chosen, out var best, out var second))
        {
            favourites = Favourites.Of(_market, mentee, _seats, _prices);
            favourites.Choose(_prices, out chosen, out best, out second);
        }
        return chosen.Pair < 0 ? Market.Nobody : Seat(chosen.Mentor, mentee, chosen.Pair, _prices[chosen.Mentor] + (best - second) + step);
    }

    /// <summary>The next round begins with every seat open, at prices lowered by more than this round overbid.</summary>
    /// <remarks>Three steps: with less, many seats are left to <see cref="Reverse"/>; with many, the bidding is fought again.</remarks>
    private void Reopen(double step)
    {
        foreach (var mentee in _seekers)
            _mentorOf[mentee] = Market.Nobody;
        for (var mentor = 0; mentor < _prices.Length; mentor++)
            _prices[mentor] = Math.Max(0, _prices[mentor] - 3 * step);
        Array.Clear(_counts);
    }

    private double BestGain(int mentee)
    {
        var best = 0.0;
        for (var pair = _market.Starts[mentee]; pair < _market.Starts[mentee + 1]; pair++)
        {
            if (_seats[_market.Mentors[pair]] > 0)
                best = Math.Max(best, _market.Scores![pair] - _prices[_market.Mentors[pair]]);
        }
        return best;
    }

    /// <summary>What the prices prove: every mentee's best gain, and every place at its price.</summary>
    private double Bound()
    {
        var bound = 0.0;
        foreach (var mentee in _seekers)
            bound += BestGain(mentee);
        for (var mentor = 0; mentor < _prices.Length; mentor++)
            bound += _seats[mentor] * _prices[mentor];
        return bound;
    }
}

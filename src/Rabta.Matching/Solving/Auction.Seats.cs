using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

// Who sits where: each mentor's seats are a heap of bids, the lowest on top.
internal sealed partial class Auction
{
    /// <returns>Who lost the seat, or <see cref="Market.Nobody"/>.</returns>
    private int Seat(int mentor, int mentee, int pair, double bid)
    {
        (_mentorOf[mentee], _pairOf[mentee]) = (mentor, pair);
        var (start, count) = (_starts[mentor], _counts[mentor]);
        if (count < _seats[mentor])
        {
            Rise(start, count, bid, mentee);
            _counts[mentor]++;
            if (count + 1 == _seats[mentor])
                _prices[mentor] = _bids[start];
            return Market.Nobody;
        }
        var outbid = _bidders[start];
        _mentorOf[outbid] = Market.Nobody;
        Sink(start, count, bid, mentee);
        _prices[mentor] = _bids[start];
        return outbid;
    }

    private void Leave(int mentor, int mentee)
    {
        var (start, count) = (_starts[mentor], _counts[mentor]);
        var held = Enumerable.Range(start, count).Where(at => _bidders[at] != mentee).Select(at => (_bids[at], _bidders[at])).ToList();
        _counts[mentor] = 0;
        foreach (var (bid, bidder) in held)
            Rise(start, _counts[mentor]++, bid, bidder);
    }

    private void Rise(int start, int at, double bid, int bidder)
    {
        while (at > 0 && _bids[start + (at - 1) / 2] > bid)
        {
            var parent = (at - 1) / 2;
            (_bids[start + at], _bidders[start + at]) = (_bids[start + parent], _bidders[start + parent]);
            at = parent;
        }
        (_bids[start + at], _bidders[start + at]) = (bid, bidder);
    }

    private void Sink(int start, int count, double bid, int bidder)
    {
        var at = 0;
        while (2 * at + 1 < count)
        {
            var child = 2 * at + 1;
            if (child + 1 < count && _bids[start + child + 1] < _bids[start + child])
                child++;
            if (_bids[start + child] >= bid)
                break;
            (_bids[start + at], _bidders[start + at]) = (_bids[start + child], _bidders[start + child]);
            at = child;
        }
        (_bids[start + at], _bidders[start + at]) = (bid, bidder);
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

// The seats' turn: those left empty bid for mentees.
internal sealed partial class Auction
{
    /// <summary>A seat nobody took must cost nothing: its price falls until somebody comes, whose seat is then the empty one.</summary>
    private void Reverse(double step)
    {
        var empty = new Stack<int>(
            Enumerable.Range(0, _prices.Length).Where(mentor => _counts[mentor] < _seats[mentor] && _prices[mentor] > 0)
        );
        while (empty.TryPop(out var mentor))
        {
            while (_counts[mentor] < _seats[mentor] && _prices[mentor] > 0)
            {
                if (Invite(mentor, step) is >= 0 and var left && _prices[left] > 0)
                    empty.Push(left);
            }
        }
    }

    /// <returns>The mentor whose seat became empty, or <see cref="Market.Nobody"/>.</returns>
    private int Invite(int mentor, double step)
    {
        _byMentor ??= new(_market);
        var (best, second, who, by) = (0.0, 0.0, Market.Nobody, -1);
        var pairs = _byMentor.PairsOf(mentor);
        var mentees = _byMentor.MenteesOf(mentor);
        for (var at = 0; at < pairs.Length; at++)
        {
            if (_mentorOf[mentees[at]] == mentor || _market.SeatedMentor(mentees[at]) != Market.Nobody)
                continue;
            var offer = _market.Scores![pairs[at]] - Profit(mentees[at]);
            if (offer > best)
                (second, best, who, by) = (best, offer, mentees[at], pairs[at]);
            else if (offer > second)
                second = offer;
        }
        if (best <= step || who == Market.Nobody)
        {
            _prices[mentor] = 0;
            return Market.Nobody;
        }
        var left = _mentorOf[who];
        if (left != Market.Nobody)
            Leave(left, who);
        _prices[mentor] = Math.Max(0, second - step);
        Seat(mentor, who, by, _prices[mentor]);
        return left;
    }

    private double Profit(int mentee)
    {
        var has = _mentorOf[mentee];
        return has == Market.Nobody ? 0 : _market.Scores![_pairOf[mentee]] - _prices[has];
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Largest total by successive shortest augmenting paths with potentials (Edmonds and Karp 1972; Tomizawa 1971).</summary>
/// <remarks>
/// One mentee after the other enters and the total stays the best for those who have; anybody may also end without a mentor,
/// for nothing. Scores are widened so that of equal totals the one with more pairs wins.
/// O(mentees x pairs x log mentors) at worst; a search stops at the first seat, which is mostly near.
/// </remarks>
internal sealed class ShortestPaths
{
    private readonly Market _market;
    private readonly long _widen;
    private readonly int[] _mentorOf;
    private readonly int[] _pairOf;
    private readonly int[] _free;
    private readonly List<int>[] _held;
    private readonly long[] _price;

    // Of the search under way, by mentor.
    private readonly long[] _cost;
    private readonly int[] _from;
    private readonly bool[] _isDone;

    public ShortestPaths(Market market)
    {
        _market = market;
        _widen = market.MenteeCount + 1L;
        _mentorOf = market.SeatedOrNobody();
        _pairOf = new int[market.MenteeCount];
        _free = market.FreeSeats();
        _held = Array.ConvertAll(_free, _ => new List<int>());
        _price = new long[_free.Length];
        _cost = new long[_free.Length];
        _from = new int[_free.Length];
        _isDone = new bool[_free.Length];
    }

    public WelfareResult Run()
    {
        foreach (var mentee in Draw.Places(_market.TieBreak))
        {
            if (_market.SeatedMentor(mentee) == Market.Nobody)
                Enter(mentee);
        }
        var total = WelfareSolver.Total(_market, _mentorOf);
        return new(_mentorOf, total, total);
    }

    private long Gain(int pair) => _market.Scores![pair] * _widen + 1;

    private void Enter(int mentee)
    {
        Array.Fill(_cost, long.MaxValue);
        Array.Clear(_isDone);
        var queue = new PriorityQueue<int, long>();
        Relax(mentee, 0, queue);
        // Whose seat is given up at the end of the path: nobody's at a free seat, the mentee's own hope at worst.
        var (end, leaves, best) = (Market.Nobody, mentee, 0L);
        while (queue.TryDequeue(out var mentor, out var cost) && cost < best)
        {
            if (_isDone[mentor])
                continue;
            _isDone[mentor] = true;
            if (_held[mentor].Count < _free[mentor])
            {
                (end, leaves, best) = (mentor, Market.Nobody, cost);
                break;
            }
            foreach (var holder in _held[mentor])
            {
                var surplus = Gain(_pairOf[holder]) - _price[mentor];
                if (cost + surplus < best)
                    (end, leaves, best) = (mentor, holder, cost + surplus);
                Relax(holder, cost + surplus, queue);
            }
        }
        for (var mentor = 0; mentor < _cost.Length; mentor++)
        {
            if (_isDone[mentor] && _cost[mentor] < best)
                _price[mentor] += best - _cost[mentor];
        }
        if (leaves != mentee)
            Shift(mentee, end, leaves);
    }

    /// <summary>Costs are what is lost: the price of a seat less what the pair gains.</summary>
    private void Relax(int mentee, long soFar, PriorityQueue<int, long> queue)
    {
        for (var pair = _market.Starts[mentee]; pair < _market.Starts[mentee + 1]; pair++)
        {
            var mentor = _market.Mentors[pair];
            if (_free[mentor] == 0 || _isDone[mentor])
                continue;
            var cost = soFar + _price[mentor] - Gain(pair);
            if (cost >= _cost[mentor])
                continue;
            (_cost[mentor], _from[mentor]) = (cost, pair);
            queue.Enqueue(mentor, cost);
        }
    }

    private void Shift(int entering, int mentor, int leaves)
    {
        if (leaves != Market.Nobody)
            Leave(leaves, mentor);
        while (true)
        {
            var pair = _from[mentor];
            var mentee = MenteeOf(pair);
            var before = _mentorOf[mentee];
            if (mentee != entering)
                Leave(mentee, before);
            _held[mentor].Add(mentee);
            (_mentorOf[mentee], _pairOf[mentee]) = (mentor, pair);
            if (mentee == entering)
                return;
            mentor = before;
        }
    }

    private void Leave(int mentee, int mentor)
    {
        _held[mentor].Remove(mentee);
        _mentorOf[mentee] = Market.Nobody;
    }

    private int MenteeOf(int pair)
    {
        var at = Array.BinarySearch(_market.Starts, pair);
        if (at < 0)
            return ~at - 1;
        // Empty rows begin where the next one does: the pair is of the last of them.
        while (at + 1 < _market.Starts.Length && _market.Starts[at + 1] == pair)
            at++;
        return at;
    }
}

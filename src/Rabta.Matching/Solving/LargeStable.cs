using System.Collections;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>One run of Király's algorithm; <see cref="StableSolver"/> says what it guarantees.</summary>
/// <remarks>
/// Among mentors whom a mentee likes equally, the mentee first asks one with a free seat. While another of them is free, the mentee is
/// <em>uncertain</em>: any other mentee who asks for the seat gets it, and the first one may come back. A mentee rejected by the whole list
/// goes down it once more, and in that second pass wins ties against mentees who are still in their first.
/// </remarks>
internal sealed class LargeStable<TSeats>(Market market, TSeats seats)
    where TSeats : ISeats
{
    private const int Together = 16;
    private readonly int[] _starts = market.Starts;
    private readonly int[] _mentors = market.Mentors;
    private readonly int[] _mentorOf = market.SeatedOrNobody();
    private readonly int[] _pairOf = new int[market.MenteeCount];
    private readonly BitArray _isRefused = new(market.PairCount);
    private readonly BitArray _isFirstTime = new(market.MenteeCount, true);

    // Where each mentee is: the tier being asked, the next in it that may have a free seat, the next to ask at all.
    private readonly int[] _tierEnd = new int[market.MenteeCount];
    private readonly int[] _free = new int[market.MenteeCount];
    private readonly int[] _ask = new int[market.MenteeCount];

    // By mentor a list of those who were uncertain when they sat down; entries go stale and are dropped when met.
    private readonly int[] _uncertain = Market.NobodyFor(market.MentorCount);
    private readonly List<(int Mentee, int Next)> _links = [];
    private int _fetched;

    public int[] Run(int[] order)
    {
        for (var at = 0; at < order.Length; at++)
        {
            if (at % Together == 0)
                Fetch(order.AsSpan(at, Math.Min(Together, order.Length - at)));
            var first = order[at];
            if (_mentorOf[first] != Market.Nobody)
                continue;
            Begin(first);
            for (var asking = first; asking != Market.Nobody; )
                asking = Ask(asking);
        }
        return _mentorOf;
    }

    /// <summary>Reads the beginning of the rows of those who come next, all at once: one after another each would be waited for.</summary>
    private void Fetch(ReadOnlySpan<int> mentees)
    {
        foreach (var mentee in mentees)
        {
            var pair = _starts[mentee];
            if (pair < _starts[mentee + 1])
                _fetched ^= _mentors[pair] ^ market.MenteeTiers[pair] ^ market.MentorTiers[pair];
        }
    }

    /// <returns>Who has to ask next.</returns>
    private int Ask(int mentee)
    {
        var pair = Next(mentee);
        if (pair < 0)
            return TakeSecondTurn(mentee) ? mentee : Market.Nobody;
        var mentor = _mentors[pair];
        var wasFree = seats.HasFree(mentor);
        var priority = Priority.Of(market.MentorTiers[pair], _isFirstTime[mentee], market.TieBreak[mentee]);
        if (!wasFree && UncertainAt(mentor) is >= 0 and var uncertain && seats.Replace(mentor, uncertain, mentee, priority))
        {
            Sit(mentee, mentor, pair);
            _mentorOf[uncertain] = Market.Nobody;
            return uncertain;
        }

        var turnedAway = seats.Offer(mentor, mentee, priority);
        if (turnedAway == mentee)
        {
            _isRefused[pair] = true;
            return mentee;
        }
        Sit(mentee, mentor, pair);
        if (turnedAway != Market.Nobody)
        {
            _isRefused[_pairOf[turnedAway]] = true;
            _mentorOf[turnedAway] = Market.Nobody;
        }
        else if (wasFree && IsUncertain(mentee, mentor))
        {
            _links.Add((mentee, _uncertain[mentor]));
            _uncertain[mentor] = _links.Count - 1;
        }
        return turnedAway;
    }

    private void Sit(int mentee, int mentor, int pair) => (_mentorOf[mentee], _pairOf[mentee]) = (mentor, pair);

    private void Begin(int mentee)
    {
        _free[mentee] = _ask[mentee] = _starts[mentee];
        _tierEnd[mentee] = EndOfTier(_starts[mentee], _starts[mentee + 1]);
    }

    private bool TakeSecondTurn(int mentee)
    {
        if (!_isFirstTime[mentee] || _starts[mentee] == _starts[mentee + 1])
            return false;
        _isFirstTime[mentee] = false;
        for (var pair = _starts[mentee]; pair < _starts[mentee + 1]; pair++)
            _isRefused[pair] = false;
        Begin(mentee);
        return true;
    }

    private int Next(int mentee)
    {
        var rowEnd = _starts[mentee + 1];
        while (true)
        {
            var end = _tierEnd[mentee];
            if (NextFree(mentee, end) < end)
                return _free[mentee];
            for (; _ask[mentee] < end; _ask[mentee]++)
            {
                if (!_isRefused[_ask[mentee]])
                    return _ask[mentee];
            }
            if (end == rowEnd)
                return -1;
            _free[mentee] = _ask[mentee] = end;
            _tierEnd[mentee] = EndOfTier(end, rowEnd);
        }
    }

    /// <summary>A full mentor never has a free seat again, so this only ever goes forward within a tier.</summary>
    private int NextFree(int mentee, int end)
    {
        ref var free = ref _free[mentee];
        while (free < end && !seats.HasFree(_mentors[free]))
            free++;
        return free;
    }

    private bool IsUncertain(int mentee, int seatedAt)
    {
        for (var pair = NextFree(mentee, _tierEnd[mentee]); pair < _tierEnd[mentee]; pair++)
        {
            if (_mentors[pair] != seatedAt && seats.HasFree(_mentors[pair]))
                return true;
        }
        return false;
    }

    private int UncertainAt(int mentor)
    {
        for (; _uncertain[mentor] >= 0; _uncertain[mentor] = _links[_uncertain[mentor]].Next)
        {
            var mentee = _links[_uncertain[mentor]].Mentee;
            if (_mentorOf[mentee] == mentor && IsUncertain(mentee, mentor))
                return mentee;
        }
        return Market.Nobody;
    }

    private int EndOfTier(int from, int rowEnd)
    {
        if (from == rowEnd)
            return from;
        var tier = market.MenteeTiers[from];
        var end = from + 1;
        while (end < rowEnd && market.MenteeTiers[end] == tier)
            end++;
        return end;
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>What mentors hold while mentees ask.</summary>
internal interface ISeats
{
    bool HasFree(int mentor);

    /// <summary>The mentor chooses among those held and the one who asks.</summary>
    /// <returns>Whoever is turned away: a former holder, the one who asks, or <see cref="Market.Nobody"/> where a seat was free.</returns>
    int Offer(int mentor, int mentee, ulong priority);

    /// <summary>Gives one holder's seat to another, if the mentor's places for groups allow.</summary>
    bool Replace(int mentor, int holder, int mentee, ulong priority);
}

/// <summary>
/// What a mentor prefers: the smaller number. Tier, then whether they have been down their list before, then the tie-break.
/// </summary>
internal static class Priority
{
    private const ulong TieBreakBits = 0x7FFFFFFF;

    public static ulong Of(int tier, bool isFirstTime, int tieBreak) =>
        (ulong)(uint)tier << 32 | (isFirstTime ? 1UL << 31 : 0) | (uint)tieBreak;

    public static int TieBreak(ulong priority) => (int)(priority & TieBreakBits);
}

/// <summary>Mentors who choose by preference alone: a heap each, the least preferred on top, all in one array.</summary>
internal sealed class PlainSeats : ISeats
{
    private readonly ulong[] _held;
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly int[] _byTieBreak;

    public PlainSeats(int[] seats, int[] tieBreak)
    {
        _byTieBreak = Draw.Places(tieBreak);
        _starts = new int[seats.Length + 1];
        for (var mentor = 0; mentor < seats.Length; mentor++)
            _starts[mentor + 1] = _starts[mentor] + seats[mentor];
        _held = new ulong[_starts[^1]];
        _counts = new int[seats.Length];
    }

    public bool HasFree(int mentor) => _counts[mentor] < _starts[mentor + 1] - _starts[mentor];

    public int Offer(int mentor, int mentee, ulong priority)
    {
        var start = _starts[mentor];
        if (HasFree(mentor))
        {
            Rise(start, _counts[mentor]++, priority);
            return Market.Nobody;
        }
        if (_starts[mentor + 1] == start || priority >= _held[start])
            return mentee;
        var worst = _byTieBreak[Priority.TieBreak(_held[start])];
        Sink(start, 0, _counts[mentor], priority);
        return worst;
    }

    public bool Replace(int mentor, int holder, int mentee, ulong priority)
    {
        var (start, count) = (_starts[mentor], _counts[mentor]);
        for (var at = 0; at < count; at++)
        {
            if (_byTieBreak[Priority.TieBreak(_held[start + at])] != holder)
                continue;
            if (priority > _held[start + at])
                Rise(start, at, priority);
            else
                Sink(start, at, count, priority);
            return true;
        }
        return false;
    }

    private void Rise(int start, int at, ulong priority)
    {
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (_held[start + parent] >= priority)
                break;
            _held[start + at] = _held[start + parent];
            at = parent;
        }
        _held[start + at] = priority;
    }

    private void Sink(int start, int at, int count, ulong priority)
    {
        while (true)
        {
            var child = 2 * at + 1;
            if (child >= count)
                break;
            if (child + 1 < count && _held[start + child + 1] > _held[start + child])
                child++;
            if (_held[start + child] <= priority)
                break;
            _held[start + at] = _held[start + child];
            at = child;
        }
        _held[start + at] = priority;
    }
}

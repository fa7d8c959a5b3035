namespace Rabta.Matching.Markets;

/// <summary>The market's pairs once more by mentor: which mentees, and where each pair stands in the columns.</summary>
/// <remarks>O(pairs) to build; 8 bytes a pair. Within a mentor by mentee; by tier and then tie-break where asked for.</remarks>
internal sealed class ByMentor
{
    private readonly int[] _starts;
    private readonly int[] _pairs;
    private readonly int[] _mentees;

    public ByMentor(Market market, bool bestFirst = false)
    {
        _starts = new int[market.MentorCount + 1];
        foreach (var mentor in market.Mentors)
            _starts[mentor + 1]++;
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
            _starts[mentor + 1] += _starts[mentor];
        var next = _starts.AsSpan(..^1).ToArray();
        _pairs = new int[market.PairCount];
        _mentees = new int[market.PairCount];
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
        {
            for (var pair = market.Starts[mentee]; pair < market.Starts[mentee + 1]; pair++)
            {
                var at = next[market.Mentors[pair]]++;
                (_pairs[at], _mentees[at]) = (pair, mentee);
            }
        }
        if (bestFirst)
            Sort(market);
    }

    public ReadOnlySpan<int> PairsOf(int mentor) => _pairs.AsSpan(_starts[mentor], _starts[mentor + 1] - _starts[mentor]);

    /// <summary>Parallel to <see cref="PairsOf"/>.</summary>
    public ReadOnlySpan<int> MenteesOf(int mentor) => _mentees.AsSpan(_starts[mentor], _starts[mentor + 1] - _starts[mentor]);

    private void Sort(Market market)
    {
        var keys = new ulong[market.PairCount];
        for (var at = 0; at < keys.Length; at++)
            keys[at] = (ulong)(uint)market.MentorTiers[_pairs[at]] << 32 | (uint)market.TieBreak[_mentees[at]];
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
        {
            var (start, length) = (_starts[mentor], _starts[mentor + 1] - _starts[mentor]);
            var copy = keys.AsSpan(start, length).ToArray();
            copy.AsSpan().Sort(_pairs.AsSpan(start, length));
            keys.AsSpan(start, length).Sort(_mentees.AsSpan(start, length));
        }
    }
}

namespace Rabta.Matching.Solving;

/// <summary>A number for the few pairs that have one: wishes, recommendations, conflicts, forbids.</summary>
/// <remarks>
/// Compressed rows by mentee, mentors ascending within a row: 8 bytes a pair that is present, nothing for one that
/// is not. A lookup is O(log row), and most rows are empty. Where a pair is given twice the smaller number stays.
/// </remarks>
internal sealed class SparsePairs
{
    private readonly int[] _starts;
    private readonly int[] _mentors;
    private readonly int[] _values;

    public SparsePairs(int mentees, IEnumerable<(NumberPair Pair, int Value)> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Pair.Mentee).ThenBy(entry => entry.Pair.Mentor)
            .ThenBy(entry => entry.Value).DistinctBy(entry => entry.Pair).ToArray();
        _mentors = Array.ConvertAll(sorted, entry => entry.Pair.Mentor);
        _values = Array.ConvertAll(sorted, entry => entry.Value);
        _starts = new int[mentees + 1];
        foreach (var entry in sorted)
            _starts[entry.Pair.Mentee + 1]++;
        for (var mentee = 0; mentee < mentees; mentee++)
            _starts[mentee + 1] += _starts[mentee];
    }

    /// <summary>The pair's number, or <paramref name="absent"/>.</summary>
    public int At(int mentee, int mentor, int absent)
    {
        var start = _starts[mentee];
        var length = _starts[mentee + 1] - start;
        if (length == 0)
            return absent;
        var found = Array.BinarySearch(_mentors, start, length, mentor);
        return found < 0 ? absent : _values[found];
    }

    /// <summary>The mentors of a mentee's pairs, ascending.</summary>
    public ReadOnlySpan<int> Of(int mentee) => _mentors.AsSpan(_starts[mentee], _starts[mentee + 1] - _starts[mentee]);

    public bool Has(int mentee, int mentor) => At(mentee, mentor, -1) >= 0;
}

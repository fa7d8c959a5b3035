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
        var given = entries.ToArray();
        var keys = Array.ConvertAll(given, entry => (ulong)(uint)entry.Pair.Mentee << 32 | (uint)entry.Pair.Mentor);
        var values = Array.ConvertAll(given, entry => entry.Value);
        Array.Sort(keys, values);
        (_starts, _mentors, _values) = (new int[mentees + 1], new int[keys.Length], new int[keys.Length]);
        var count = 0;
        for (var at = 0; at < keys.Length; at++)
        {
            if (at > 0 && keys[at] == keys[at - 1])
            {
                _values[count - 1] = Math.Min(_values[count - 1], values[at]);
                continue;
            }
            (_mentors[count], _values[count]) = ((int)(uint)keys[at], values[at]);
            _starts[(int)(keys[at] >> 32) + 1]++;
            count++;
        }
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

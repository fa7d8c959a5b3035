namespace Rabta.Matching.Solving;

/// <summary>A fair order among equals, from a published seed.</summary>
/// <remarks>
/// One number a person for the whole run, the same luck with everybody: drawing anew at every mentor costs mentees more of
/// their wishes (Abdulkadiroglu, Pathak and Roth 2009). It depends on seed and key alone, so who else takes part never
/// changes which of two comes first. FNV-1a of the key (Fowler, Noll, Vo) stirred by the finaliser of SplitMix64
/// (Steele, Lea and Flood 2014), fixed here for good because a runtime's own hash may change. O(n log n).
/// </remarks>
public static class Draw
{
    /// <summary>By person: the place in the draw, 0 the luckiest.</summary>
    /// <param name="comesFirst">Those of an earlier draw's losers who now come before all others; null for nobody.</param>
    public static int[] Order(ulong seed, string side, IReadOnlyList<string> keys, Func<int, bool>? comesFirst = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var sideSeed = Stir(seed ^ Hash(side));
        var draws = new ulong[keys.Count];
        for (var person = 0; person < draws.Length; person++)
            draws[person] = Stir(sideSeed ^ Hash(keys[person])) >> 1 | (comesFirst?.Invoke(person) == true ? 0UL : 1UL << 63);
        // Equal draws, should they ever be, are decided by the keys and not by the order of the input.
        var people = Enumerable.Range(0, draws.Length).ToArray();
        Array.Sort(people, (a, b) => draws[a] != draws[b] ? draws[a].CompareTo(draws[b]) : string.CompareOrdinal(keys[a], keys[b]));
        return Places(people);
    }

    /// <summary>The same luck shuffled once more: for runs that try several orders.</summary>
    internal static int[] Again(int[] tieBreak, ulong turn)
    {
        var draws = Array.ConvertAll(tieBreak, place => Stir(turn << 32 ^ (uint)place));
        var people = Enumerable.Range(0, tieBreak.Length).ToArray();
        Array.Sort(draws, people);
        return people;
    }

    /// <summary>The people in the order of their luck.</summary>
    internal static int[] Places(int[] permutation)
    {
        var inverse = new int[permutation.Length];
        for (var at = 0; at < permutation.Length; at++)
            inverse[permutation[at]] = at;
        return inverse;
    }

    internal static ulong Stir(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    internal static ulong Hash(string key)
    {
        const ulong prime = 0x100000001B3UL;
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in key)
        {
            hash = (hash ^ (byte)unit) * prime;
            hash = (hash ^ (byte)(unit >> 8)) * prime;
        }
        return hash;
    }
}

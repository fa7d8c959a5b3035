namespace Rabta.Matching.Solving;

/// <summary>Fair order among equals, drawn from the seed.</summary>
/// <remarks>
/// <para>
/// Each mentee gets one number for the whole round, the same luck with every mentor. Drawing anew at every mentor
/// costs mentees more of their wishes (Abdulkadiroglu, Pathak and Roth 2009). A draw depends on seed and key alone:
/// who else takes part never changes which of two mentees comes first.
/// </para>
/// The draw is FNV-1a of the key (Fowler, Noll, Vo) stirred with the seed by the finaliser of SplitMix64
/// (Steele, Lea and Flood 2014), both fixed for good here because a runtime's own hash and Random may change. O(n log n).
/// </remarks>
internal sealed class Lottery
{
    private readonly int[] _mentorPlaces;
    private readonly int[] _mentorAtPlace;
    private readonly int[] _menteeNumbers;

    public Lottery(ulong seed, Roster roster)
    {
        (_, var menteePlaces) = Drawn(seed, "mentee", roster.Mentees.Select(mentee => mentee.Key));
        _menteeNumbers = Array.ConvertAll(menteePlaces, place => place + 1);
        (_mentorAtPlace, _mentorPlaces) = Drawn(seed, "mentor", roster.Mentors.Select(mentor => mentor.Key));
    }

    /// <summary>The mentee's number, 1 the luckiest.</summary>
    public int NumberOf(int mentee) => _menteeNumbers[mentee];

    /// <summary>Where the mentor comes among mentors equally dear to the mentee, 0 first.</summary>
    /// <remarks>
    /// Each mentee starts at another point of one circle of mentors: mentees without any wish
    /// spread over all mentors instead of all asking the same one first.
    /// </remarks>
    public int TurnOf(int mentee, int mentor)
    {
        var turn = _mentorPlaces[mentor] - Start(mentee);
        return turn < 0 ? turn + _mentorPlaces.Length : turn;
    }

    /// <summary>The inverse of <see cref="TurnOf"/>.</summary>
    public int MentorAtTurn(int mentee, int turn)
    {
        var place = turn + Start(mentee);
        return _mentorAtPlace[place < _mentorPlaces.Length ? place : place - _mentorPlaces.Length];
    }

    private int Start(int mentee) => _menteeNumbers[mentee] % _mentorPlaces.Length;

    private static (int[] AtPlace, int[] Places) Drawn(ulong seed, string side, IEnumerable<string> keys)
    {
        var sideSeed = Stir(seed ^ Hash(side));
        var draws = keys.Select(key => Stir(sideSeed ^ Hash(key))).ToArray();
        var atPlace = Enumerable.Range(0, draws.Length).ToArray();

        // Equal draws, should they ever be, keep the order of the keys: LINQ sorts stably, Array.Sort would not.
        atPlace = [.. atPlace.OrderBy(person => draws[person])];
        var places = new int[draws.Length];
        for (var place = 0; place < atPlace.Length; place++)
            places[atPlace[place]] = place;
        return (atPlace, places);
    }

    internal static ulong Stir(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    private static ulong Hash(string key)
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

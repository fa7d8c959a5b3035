namespace Rabta.Matching.Checking;

/// <summary>
/// How many of the places a mentor keeps for groups some people can fill at once, counted otherwise than the solver counts.
/// </summary>
/// <remarks>
/// By the deficiency form of Hall's theorem: all kept places, less those that stay empty at the worst set of groups. That is
/// 2^groups sets; where a mentor keeps places for more than a few groups, places look for people instead, a place at a time,
/// by breadth-first search (the solver lets people look for places, depth first).
/// </remarks>
internal static class KeptByHall
{
    private const int FewGroups = 10;

    /// <param name="kept">Places by group; at most 64 groups.</param>
    /// <param name="people">The groups of each, as bits.</param>
    public static int Filled(int[] kept, ulong[] people)
    {
        int[] real = [.. Enumerable.Range(0, kept.Length).Where(group => kept[group] > 0)];
        return real.Length <= FewGroups ? BySets(kept, real, people) : ByPlaces(kept, real, people);
    }

    private static int BySets(int[] kept, int[] real, ulong[] people)
    {
        var emptiest = 0;
        for (var set = 1; set < 1 << real.Length; set++)
        {
            ulong mask = 0;
            var wanted = 0;
            for (var bit = 0; bit < real.Length; bit++)
            {
                if ((set >> bit & 1) == 0)
                    continue;
                mask |= 1UL << real[bit];
                wanted += kept[real[bit]];
            }
            emptiest = Math.Max(emptiest, wanted - people.Count(groups => (groups & mask) != 0));
        }
        return real.Sum(group => kept[group]) - emptiest;
    }

    private static int ByPlaces(int[] kept, int[] real, ulong[] people)
    {
        var placeOf = new int[people.Length];
        Array.Fill(placeOf, -1);
        var filled = 0;
        foreach (var group in real)
        {
            for (var place = 0; place < kept[group] && Find(group, people, placeOf); place++)
                filled++;
        }
        return filled;
    }

    /// <summary>Finds a person for one more place of the group, some of those who have one moving on to another of their groups.</summary>
    private static bool Find(int group, ulong[] people, int[] placeOf)
    {
        var (takenFrom, reachedBy) = (new int[people.Length], new Dictionary<int, int> { [group] = -1 });
        Array.Fill(takenFrom, -1);
        var open = new Queue<int>([group]);
        while (open.TryDequeue(out var seeking))
        {
            for (var person = 0; person < people.Length; person++)
            {
                if (takenFrom[person] >= 0 || (people[person] >> seeking & 1) == 0)
                    continue;
                takenFrom[person] = seeking;
                if (placeOf[person] >= 0)
                {
                    if (reachedBy.TryAdd(placeOf[person], person))
                        open.Enqueue(placeOf[person]);
                    continue;
                }
                for (var moving = person; moving >= 0; moving = reachedBy[takenFrom[moving]])
                    placeOf[moving] = takenFrom[moving];
                return true;
            }
        }
        return false;
    }
}

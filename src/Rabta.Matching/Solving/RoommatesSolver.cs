using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Stable partners within one group (stable roommates with incomplete strict lists).</summary>
/// <remarks>
/// <para>Guarantee: a matching in which no two people would both rather have each other, or null where there is none; who is
/// single in one is single in all (Gusfield and Irving 1989). Irving, "An efficient algorithm for the stable
/// roommates problem", Journal of Algorithms 1985.</para>
/// Two phases. In the first everybody asks down their list and whoever is asked strikes out all who are less preferred; in the
/// second rotations are struck out, cycles of people who would all move one down, until one partner each is left.
/// O(people squared) once lists are indexed.
/// </remarks>
public static class RoommatesSolver
{
    /// <param name="lists">By person: acceptable partners, best first; a pair listed by one side only is not acceptable.</param>
    /// <returns>By person: the partner or <see cref="Market.Nobody"/>; null where no matching is stable.</returns>
    public static int[]? Solve(IReadOnlyList<IReadOnlyList<int>> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return new Roommates(lists).Run();
    }
}

/// <summary>The lists as they are struck out.</summary>
internal sealed class Roommates
{
    private readonly int[][] _lists;
    private readonly bool[][] _isStruck;
    private readonly (int[] People, int[] Places)[] _index;
    private readonly int[] _first;
    private readonly int[] _last;

    public Roommates(IReadOnlyList<IReadOnlyList<int>> lists)
    {
        var listed = lists.Select(list => list.ToHashSet()).ToArray();
        _lists = [.. lists.Select((list, person) => list.Where(other => other != person && listed[other].Contains(person)).ToArray())];
        _isStruck = Array.ConvertAll(_lists, list => new bool[list.Length]);
        _index = Array.ConvertAll(
            _lists,
            list =>
            {
                int[] people = [.. list],
                    places = [.. Enumerable.Range(0, list.Length)];
                Array.Sort(people, places);
                return (people, places);
            }
        );
        _first = new int[_lists.Length];
        _last = Array.ConvertAll(_lists, list => list.Length - 1);
    }

    public int[]? Run()
    {
        AskDown();
        var startsEmpty = Enumerable.Range(0, _lists.Length).Select(IsEmpty).ToArray();
        for (var person = 0; person < _lists.Length; person++)
        {
            while (!IsEmpty(person) && First(person) != Last(person))
            {
                StrikeRotation(person);
                for (var other = 0; other < _lists.Length; other++)
                {
                    if (!startsEmpty[other] && IsEmpty(other))
                        return null;
                }
            }
        }
        return [.. Enumerable.Range(0, _lists.Length).Select(person => IsEmpty(person) ? Market.Nobody : _lists[person][First(person)])];
    }

    private void AskDown()
    {
        var heldBy = Market.NobodyFor(_lists.Length);
        for (var first = 0; first < _lists.Length; first++)
        {
            for (var asking = first; asking != Market.Nobody && !IsEmpty(asking); )
            {
                // Everybody less preferred was struck when the last one was held, so whoever still may ask is preferred to them.
                var asked = _lists[asking][First(asking)];
                var before = heldBy[asked];
                heldBy[asked] = asking;
                StrikeAfter(asked, asking);
                asking = before == asking ? Market.Nobody : before;
            }
        }
    }

    private void StrikeRotation(int start)
    {
        var (askers, seen) = (new List<int>(), new Dictionary<int, int>());
        var person = start;
        while (seen.TryAdd(person, askers.Count))
        {
            askers.Add(person);
            var second = _lists[person][Second(person)];
            person = _lists[second][Last(second)];
        }
        var cycle = askers[seen[person]..];
        var seconds = cycle.Select(one => _lists[one][Second(one)]).ToList();
        for (var at = 0; at < cycle.Count; at++)
            StrikeAfter(seconds[at], cycle[at]);
    }

    private void StrikeAfter(int person, int keep)
    {
        for (var at = Last(person); at >= 0 && _lists[person][at] != keep; at = Last(person))
        {
            var other = _lists[person][at];
            _isStruck[person][at] = true;
            _isStruck[other][PlaceOf(person, other)] = true;
        }
    }

    private int PlaceOf(int person, int onListOf) => _index[onListOf].Places[Array.BinarySearch(_index[onListOf].People, person)];

    private bool IsEmpty(int person) => First(person) >= _lists[person].Length;

    private int First(int person)
    {
        ref var first = ref _first[person];
        while (first < _lists[person].Length && _isStruck[person][first])
            first++;
        return first;
    }

    private int Second(int person)
    {
        var at = First(person) + 1;
        while (_isStruck[person][at])
            at++;
        return at;
    }

    private int Last(int person)
    {
        ref var last = ref _last[person];
        while (last >= 0 && _isStruck[person][last])
            last--;
        return last;
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Mentors some of whom keep places for groups; see <see cref="Reserves"/> for how they choose.</summary>
/// <remarks>
/// Of those held and the one who asks, the least preferred goes whose leaving keeps the most reserved places filled. The sets a
/// mentor may hold are the bases of a matroid, so that choice is substitutable and deferred acceptance stays stable and
/// truthful with it. One offer costs O(seats squared) at a mentor with reserved places.
/// </remarks>
internal sealed class ReservedSeats : ISeats
{
    private readonly Reserves _reserves;
    private readonly int[] _seats;
    private readonly List<(int Mentee, ulong Priority)>[] _held;
    private readonly List<int>[] _seated;

    public ReservedSeats(Market market, int[] seats)
    {
        (_reserves, _seats) = (market.Reserves!, seats);
        _held = [.. seats.Select(_ => new List<(int, ulong)>())];
        _seated = [.. seats.Select(_ => new List<int>())];
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
        {
            if (market.SeatedMentor(mentee) is >= 0 and var mentor)
                _seated[mentor].Add(mentee);
        }
    }

    public bool HasFree(int mentor) => _held[mentor].Count < _seats[mentor];

    public int Offer(int mentor, int mentee, ulong priority)
    {
        var held = _held[mentor];
        held.Add((mentee, priority));
        if (held.Count <= _seats[mentor])
            return Market.Nobody;
        var (goes, most) = (0, -1);
        for (var at = 0; at < held.Count; at++)
        {
            var filled = FilledWithout(mentor, at);
            if (filled > most || (filled == most && held[at].Priority > held[goes].Priority))
                (goes, most) = (at, filled);
        }
        var turnedAway = held[goes].Mentee;
        held.RemoveAt(goes);
        return turnedAway;
    }

    public bool Replace(int mentor, int holder, int mentee, ulong priority)
    {
        var held = _held[mentor];
        var at = held.FindIndex(one => one.Mentee == holder);
        var before = FilledWithout(mentor, -1);
        held.Add((mentee, priority));
        var after = FilledWithout(mentor, at);
        held.RemoveAt(after < before ? held.Count - 1 : at);
        return after >= before;
    }

    private int FilledWithout(int mentor, int left)
    {
        if (_reserves.Kept[mentor] is not { } kept)
            return 0;
        var members = _held[mentor]
            .Where((_, at) => at != left)
            .Select(one => _reserves.GroupsOf[one.Mentee])
            .Concat(_seated[mentor].Select(mentee => _reserves.GroupsOf[mentee]));
        return KeptPlaces.Filled(kept, members);
    }
}

/// <summary>How many reserved places a set of people can fill at once.</summary>
internal static class KeptPlaces
{
    /// <summary>The largest assignment of people to kept places of their groups, one each (augmenting paths).</summary>
    public static int Filled(int[] kept, IEnumerable<ulong> groupsOf)
    {
        var people = groupsOf.Where(groups => groups != 0).ToArray();
        var inGroup = Array.ConvertAll(kept, _ => new List<int>());
        var filled = 0;
        for (var person = 0; person < people.Length; person++)
        {
            if (Place(person, new bool[kept.Length]))
                filled++;
        }
        return filled;

        bool Place(int person, bool[] tried)
        {
            for (var group = 0; group < kept.Length; group++)
            {
                if ((people[person] >> group & 1) == 0 || tried[group] || kept[group] == 0)
                    continue;
                tried[group] = true;
                var members = inGroup[group];
                if (members.Count < kept[group])
                {
                    members.Add(person);
                    return true;
                }
                for (var at = 0; at < members.Count; at++)
                {
                    if (!Place(members[at], tried))
                        continue;
                    members[at] = person;
                    return true;
                }
            }
            return false;
        }
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Whether a full mentor who keeps places for groups would swap somebody for a mentee.</summary>
/// <remarks>Counts filled places by Hall's condition over sets of groups, where the solver looks for augmenting paths.</remarks>
internal sealed class ReservedChoice
{
    private readonly Market _market;
    private readonly ILookup<int, int> _holders;

    public ReservedChoice(Market market, int[] mentorOf)
    {
        _market = market;
        _holders = Enumerable.Range(0, mentorOf.Length).Where(mentee => mentorOf[mentee] >= 0).ToLookup(mentee => mentorOf[mentee]);
    }

    public bool Keeps(int mentor) => _market.Reserves!.Kept[mentor] is not null;

    public Because? WhatGivesWay(int mentee, int mentor, int tier, int margin)
    {
        var kept = _market.Reserves!.Kept[mentor]!;
        var groups = _market.Reserves.GroupsOf;
        int[] holders = [.. _holders[mentor]];
        var now = Filled(kept, [.. holders.Select(holder => groups[holder])]);
        Because? found = null;
        foreach (var holder in holders)
        {
            var then = Filled(kept, [.. holders.Where(other => other != holder).Append(mentee).Select(one => groups[one])]);
            if (then < now || (then == now && TierOf(holder, mentor) - (long)tier < margin))
                continue;
            var why = _market.Seated is { } seated && seated.MentorOf[holder] == mentor ? seated.Why[holder] : Because.None;
            if (why == Because.None)
                return Because.None;
            found = why == Because.Pin ? Because.Pin : Because.Incumbent;
        }
        return found;
    }

    private int TierOf(int holder, int mentor) =>
        _market.Seated is { } seated && seated.MentorOf[holder] == mentor
            ? seated.MentorTiers[holder]
            : _market.PairAt(holder, mentor) is >= 0 and var pair ? _market.MentorTiers[pair] : int.MaxValue;

    /// <summary>People minus the largest shortage over any set of groups (the deficiency form of Hall's theorem).</summary>
    private static int Filled(int[] kept, ulong[] people)
    {
        // By the groups' side: places left empty at the worst set of groups, none of whose members is elsewhere.
        int[] real = [.. Enumerable.Range(0, kept.Length).Where(group => kept[group] > 0)];
        var total = real.Sum(group => kept[group]);
        var emptiest = 0;
        for (var set = 1; set < 1 << Math.Min(real.Length, 20); set++)
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
        return total - emptiest;
    }
}

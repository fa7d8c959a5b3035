using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Whether a full mentor who keeps places for groups would swap somebody for a mentee.</summary>
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
        var now = KeptByHall.Filled(kept, [.. holders.Select(holder => groups[holder])]);
        Because? found = null;
        foreach (var holder in holders)
        {
            var then = KeptByHall.Filled(kept, [.. holders.Where(other => other != holder).Append(mentee).Select(one => groups[one])]);
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
        _market.Seated is { } seated && seated.MentorOf[holder] == mentor ? seated.MentorTiers[holder]
        : _market.PairAt(holder, mentor) is >= 0 and var pair ? _market.MentorTiers[pair]
        : int.MaxValue;
}

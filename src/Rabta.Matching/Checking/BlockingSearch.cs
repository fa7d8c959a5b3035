using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Looks for pairs who would both rather have each other, by a margin of tiers.</summary>
internal sealed class BlockingSearch(Market market, int[] mentorOf, Holdings holdings, int margin, int mostListed)
{
    private readonly List<BlockingPair> _listed = [];
    private readonly ReservedChoice? _reserved = market.Reserves is null ? null : new(market, mentorOf);
    private long _count;
    private long _unexplained;

    public MarketReport Run(List<MarketFault> faults)
    {
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
            Look(mentee);
        return new(faults, _listed, _count, _unexplained);
    }

    private void Look(int mentee)
    {
        var own = market.Seated is { } seated && seated.MentorOf[mentee] != Market.Nobody ? seated.Why[mentee] : Because.None;
        var needed = (long)holdings.Has[mentee] - margin;
        var mentors = market.MentorsOf(mentee);
        var first = market.FirstPairOf(mentee);
        for (var at = 0; at < mentors.Length && market.MenteeTiers[first + at] <= needed; at++)
        {
            if (mentors[at] == mentorOf[mentee] || WhatGivesWay(mentee, mentors[at], market.MentorTiers[first + at]) is not { } seat)
                continue;
            var because = own != Because.None ? own : seat;
            _count++;
            _unexplained += because == Because.None ? 1 : 0;
            if (_listed.Count < mostListed)
                _listed.Add(new(mentee, mentors[at], because));
        }
    }

    /// <summary>Why the mentor could not take the mentee although they would like to; null where they would not.</summary>
    private Because? WhatGivesWay(int mentee, int mentor, int tier)
    {
        if (holdings.Held[mentor] < market.PlacesOf(mentor))
            return market.MentorTierCount(mentor) - tier >= margin ? Because.None : null;
        if (_reserved?.Keeps(mentor) == true)
            return _reserved.WhatGivesWay(mentee, mentor, tier, margin);
        if (holdings.WorstMatched[mentor] - tier >= margin)
            return Because.None;
        return holdings.WorstSeated[mentor] - tier >= margin ? holdings.SeatedWhy[mentor] : null;
    }
}

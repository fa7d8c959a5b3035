using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Looks for pairs who would both rather have each other, by a margin of tiers.</summary>
internal sealed class BlockingSearch(
    Market market,
    int[] mentorOf,
    Assignments assignments,
    ReservedChoice? reserved,
    int margin,
    int mostListed
)
{
    private readonly List<BlockingPair> _listed = [];
    private long _count;
    private long _unexplained;

    public static MarketReport Run(
        Market market,
        int[] mentorOf,
        Assignments assignments,
        int margin,
        int mostListed,
        List<MarketFault> faults
    )
    {
        var reserved = market.Reserves is null ? null : new ReservedChoice(market, mentorOf);
        var parts = ParallelRanges.Of(
            market.MenteeCount,
            part =>
            {
                var search = new BlockingSearch(market, mentorOf, assignments, reserved, margin, mostListed);
                for (var mentee = part.From; mentee < part.To; mentee++)
                    search.Look(mentee);
                return search;
            }
        );
        return new(
            faults,
            [.. parts.SelectMany(part => part._listed).Take(mostListed)],
            parts.Sum(part => part._count),
            parts.Sum(part => part._unexplained)
        );
    }

    private void Look(int mentee)
    {
        var own = market.Seated is { } seated && seated.MentorOf[mentee] != Market.Nobody ? seated.Why[mentee] : Because.None;
        var needed = (long)assignments.Has[mentee] - margin;
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
        if (assignments.Held[mentor] < market.PlacesOf(mentor))
            return market.MentorTierCount(mentor) - tier >= margin ? Because.None : null;
        if (reserved?.Keeps(mentor) == true)
            return reserved.WhatGivesWay(mentee, mentor, tier, margin);
        if (assignments.WorstMatched[mentor] - tier >= margin)
            return Because.None;
        return assignments.WorstSeated[mentor] - tier >= margin ? assignments.SeatedWhy[mentor] : null;
    }
}

using Google.OrTools.Graph;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Tests.Peers;

/// <summary>The largest total by somebody else's program: minimum-cost flow of Google's OR-Tools.</summary>
internal static class FlowPeer
{
    /// <summary>Every mentee sends one unit, through a mentor or straight to the end for nothing.</summary>
    public static long Total(Market market)
    {
        var flow = new MinCostFlow();
        var (mentees, end) = (market.MenteeCount, market.MenteeCount + market.MentorCount);
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            flow.SetNodeSupply(mentee, 1);
            flow.AddArcWithCapacityAndUnitCost(mentee, end, 1, 0);
            var mentors = market.MentorsOf(mentee);
            var first = market.FirstPairOf(mentee);
            for (var at = 0; at < mentors.Length; at++)
                flow.AddArcWithCapacityAndUnitCost(mentee, mentees + mentors[at], 1, -market.Scores![first + at]);
        }
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
            flow.AddArcWithCapacityAndUnitCost(mentees + mentor, end, market.PlacesOf(mentor), 0);
        flow.SetNodeSupply(end, -mentees);
        return flow.Solve() == MinCostFlowBase.Status.OPTIMAL
            ? -flow.OptimalCost()
            : throw new InvalidOperationException("No flow was found.");
    }
}

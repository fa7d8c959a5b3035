using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;
using Rabta.Matching.Solving;
using Rabta.Matching.Tests.Rematching;

namespace Rabta.Matching.Tests.Solving;

/// <summary>The auction on markets small enough for shortest paths, which are exact.</summary>
public class AuctionTests
{
    [Theory]
    [InlineData(30, 0)]
    [InlineData(60, 0.3)]
    [InlineData(120, 0)]
    [InlineData(120, -0.3)]
    public void It_is_as_near_as_it_says(int mentees, double spare)
    {
        for (var seed = 0UL; seed < Tries.Of(100) / 10; seed++)
            Judge(InventedMarket.Popular(mentees, seed, spare));
    }

    [Fact]
    public void Everybody_with_everybody_too() => Judge(InventedMarket.Everybody(40, 5));

    [Fact]
    public void Tiny_markets_too_with_gaps_worthless_pairs_and_mentors_without_places()
    {
        for (var seed = 0UL; seed < Tries.Of(1000); seed++)
            Judge(RankedMarket.Of(seed, isScored: true).Market);
    }

    [Fact]
    public void Who_is_seated_stays_and_takes_the_place()
    {
        for (var seed = 0UL; seed < Tries.Of(300); seed++)
        {
            var market = RankedMarket.Of(seed, isScored: true);
            var seat = market.Mentors.FirstOrDefault(mentor => market.Places[mentor] > 0, Market.Nobody);
            if (seat == Market.Nobody)
                continue;
            var (mentorOf, why) = (Market.NobodyFor(market.Market.MenteeCount), new Because[market.Market.MenteeCount]);
            (mentorOf[0], why[0]) = (seat, Because.Pin);
            var own = market.Market;
            var result = Judge(
                new(own.Starts, own.Mentors, own.MenteeTiers, own.MentorTiers, own.Places, own.TieBreak)
                {
                    Scores = own.Scores,
                    Seated = new(mentorOf, why, new int[mentorOf.Length], new int[mentorOf.Length], own.MentorCount),
                }
            );
            Assert.Equal(seat, result.MentorOf[0]);
        }
    }

    private static WelfareResult Judge(Market market)
    {
        var (result, exact) = (new Auction(market).Run(0.0001), new ShortestPaths(market).Run());
        Assert.Equal(WelfareSolver.Total(market, result.MentorOf), result.Total);
        Assert.InRange(result.Total, exact.Total * 0.9999 - 1e-6, exact.Total);
        Assert.InRange(result.Bound, exact.Total - 1e-6, exact.Total * 1.0002 + 1e-3);
        Assert.InRange(result.Gap, 0, 0.0001);
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
            Assert.True(result.MentorOf.Count(own => own == mentor) <= market.PlacesOf(mentor));
        for (var mentee = 0; mentee < market.MenteeCount; mentee++)
            Assert.True(
                result.MentorOf[mentee] == Market.Nobody
                    || market.SeatedMentor(mentee) != Market.Nobody
                    || market.PairAt(mentee, result.MentorOf[mentee]) >= 0
            );
        return result;
    }
}

using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests.Peers;

/// <summary>Our largest total is the one that minimum-cost flow finds.</summary>
public class WelfarePeerTests
{
    [Theory]
    [InlineData(10, 0)]
    [InlineData(30, 0.5)]
    [InlineData(100, 0)]
    [InlineData(300, 0.2)]
    [InlineData(1000, 0)]
    [InlineData(1000, 0.2)]
    public void Welfare_is_what_minimum_cost_flow_finds(int mentees, double spare)
    {
        for (var seed = 0UL; seed < 3; seed++)
        {
            var market = InventedMarket.Popular(mentees, seed, spare);
            var result = WelfareSolver.Solve(market);

            Assert.Equal(FlowPeer.Total(market), result.Total);
            Assert.Equal(result.Total, result.Bound, 3);
        }
    }

    [Fact]
    public void A_large_market_is_within_what_it_says_of_it()
    {
        var market = InventedMarket.Popular(5000, 7);
        var result = WelfareSolver.Solve(market);
        var best = FlowPeer.Total(market);

        Assert.InRange(result.Total, best * (1 - result.Gap), best);
        Assert.InRange(result.Bound, best, double.MaxValue);
        Assert.InRange(result.Gap, 0, 0.0001);
    }

    [Fact]
    public void Everybody_with_everybody_is_exact_up_to_500()
    {
        var market = InventedMarket.Everybody(500, 3);

        Assert.Equal(FlowPeer.Total(market), WelfareSolver.Solve(market).Total);
    }
}

using Rabta.Matching.Checking;
using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests;

/// <summary>Ten thousand mentees and ten thousand mentors with a stable matching of 9,950 hidden among them.</summary>
public class PlantedMarketTests
{
    private static readonly PlantedMarket Planted = PlantedMarket.Of(10_000, 9_950, 1);

    [Fact]
    public void What_is_hidden_is_stable()
    {
        Assert.Equal(9_950, Planted.Size);
        for (var seed = 0UL; seed < 40; seed++)
        {
            var small = PlantedMarket.Of(60, 40 + (int)(seed % 21), seed);
            Assert.True(MarketCheck.IsStable(small.Market, small.MentorOf));
        }
        Assert.True(MarketCheck.IsStable(Planted.Market, Planted.MentorOf));
    }

    [Fact]
    public void Stable_finds_96_in_100_where_breaking_ties_by_lot_finds_88()
    {
        var (stable, lottery) = (StableSolver.Solve(Planted.Market), LotterySolver.Solve(Planted.Market));

        Assert.True(MarketCheck.IsStable(Planted.Market, stable));
        Assert.True(MarketCheck.IsStable(Planted.Market, lottery));
        Assert.InRange(Share(stable), 0.96, 1);
        Assert.InRange(Share(lottery), 0.86, 0.90);
    }

    [Fact]
    public void The_same_seed_hides_the_same() =>
        Assert.Equal(PlantedMarket.Of(50, 40, 3).Market.Mentors, PlantedMarket.Of(50, 40, 3).Market.Mentors);

    private static double Share(int[] mentorOf) => (double)mentorOf.Count(mentor => mentor != Market.Nobody) / Planted.Size;
}

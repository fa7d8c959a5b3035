using Rabta.Matching.Fairness;

namespace Rabta.Matching.Tests.Fairness;

/// <summary>Numbers reckoned elsewhere (SciPy 1.10).</summary>
public class GroupFairnessTests
{
    [Theory]
    [InlineData(0, 10, 0, 0.277533)]
    [InlineData(10, 10, 0.722467, 1)]
    [InlineData(7, 10, 0.396778, 0.892209)]
    [InlineData(150, 200, 0.685659, 0.804918)]
    [InlineData(1, 3, 0.061492, 0.792340)]
    [InlineData(0, 0, 0, 1)]
    public void A_rate_has_its_Wilson_interval(int hits, int of, double low, double high)
    {
        var rate = Rate.From(hits, of);

        Assert.Equal((low, high), (Math.Round(rate.Low, 6), Math.Round(rate.High, 6)));
        Assert.Equal(of == 0 ? 0 : (double)hits / of, rate.Share);
    }

    [Theory]
    [InlineData(new[] { 1, 1, 2, 3, 5 }, 2.4, 0.933297, 3.866703)]
    [InlineData(new[] { 1, 4 }, 2.5, -0.439946, 5.439946)]
    [InlineData(new[] { 3, 3, 3 }, 3.0, 3.0, 3.0)]
    [InlineData(new[] { 2 }, 2.0, 2.0, 2.0)]
    public void A_mean_has_its_normal_interval(int[] values, double mean, double low, double high)
    {
        var found = Mean.From(values);

        Assert.Equal(
            (mean, low, high),
            (Math.Round(found.Value!.Value, 6), Math.Round(found.Low!.Value, 6), Math.Round(found.High!.Value, 6))
        );
    }

    [Fact]
    public void Of_nobody_there_is_no_mean() => Assert.Equal(default, Mean.From([]));

    [Theory]
    [InlineData(8, 10, 9, 20, 0.0027982853)]
    [InlineData(1, 10, 9, 20, 0.0027982853)]
    [InlineData(140, 200, 310, 400, 0.0003289507)]
    [InlineData(170, 200, 340, 400, 0.9443753103)]
    [InlineData(60, 100, 700, 1000, 0.0248628088)]
    [InlineData(3, 7, 10, 15, 0.0722610723)]
    [InlineData(45, 50, 70, 100, 0.000011176)]
    [InlineData(5, 5, 12, 12, 1)]
    [InlineData(0, 5, 0, 12, 1)]
    [InlineData(0, 0, 3, 12, 1)]
    [InlineData(7, 12, 7, 12, 1)]
    public void The_chance_is_Fishers_with_half_of_the_observed(int hits, int group, int matched, int all, double chance) =>
        Assert.Equal(chance, GroupFairness.ExactChance(hits, group, matched, all), 8);

    [Fact]
    public void Nobodys_membership_counts_twice_and_ranks_are_told_of_those_matched()
    {
        int?[] ranks = [1, 4, null, 2];

        var report = Assert.Single(GroupFairness.Of(ranks, [("g", [0, 1, 2, 2])]));

        Assert.Equal((2, 3, 1, 3), (report.Matched.Hits, report.Matched.Of, report.FirstThree.Hits, report.FirstThree.Of));
        Assert.Equal((1, 1), (report.OthersMatched.Hits, report.OthersMatched.Of));
        Assert.Equal(2.5, report.MeanRank.Value);
        Assert.False(report.IsFlagged);
    }
}

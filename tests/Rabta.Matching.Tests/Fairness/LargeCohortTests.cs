using Rabta.Matching.Fairness;

namespace Rabta.Matching.Tests.Fairness;

/// <summary>A hundred invented cohorts each, with and without a gap.</summary>
public class LargeCohortTests
{
    /// <summary>The share of the others who are matched.</summary>
    [Theory]
    [InlineData(200, 0.98)]
    [InlineData(200, 0.95)]
    [InlineData(200, 0.90)]
    [InlineData(800, 0.95)]
    [InlineData(800, 0.85)]
    [InlineData(800, 0.75)]
    [InlineData(800, 0.50)]
    public void A_gap_of_15_points_is_flagged_and_none_is_not(int others, double rate)
    {
        Assert.InRange(Flagged(others, rate, gap: 0.15), 95, 100);
        Assert.InRange(Flagged(others, rate, gap: 0), 0, 5);
    }

    private static int Flagged(int others, double rate, double gap)
    {
        var dice = new Inventing.Dice((ulong)(others + 1000 * rate));
        var flagged = 0;
        for (var cohort = 0; cohort < 100; cohort++)
        {
            int?[] ranks =
            [
                .. Enumerable.Range(0, 200 + others).Select(person => dice.Share() < rate - (person < 200 ? gap : 0) ? (int?)1 : null),
            ];
            flagged += GroupFairness.Of(ranks, [("g", [.. Enumerable.Range(0, 200)])])[0].IsFlagged ? 1 : 0;
        }
        return flagged;
    }
}

using Rabta.Matching.Markets;
using Rabta.Matching.Solving;
using Rabta.Matching.Tests.Rematching;

namespace Rabta.Matching.Tests.Solving;

/// <summary>
/// The parts of balanced matching each by itself, beside every assignment there is: together the others make up for a weak one.
/// </summary>
public class BalancedPartsTests
{
    [Fact]
    public void The_search_alone_finds_the_best_that_keeps_the_promise()
    {
        var better = 0;
        Each(
            (market, margin, allowed) =>
            {
                var start = StableSolver.Solve(market.Market);
                var search = new BalancedSearch(market.Market, margin, start);

                Assert.True(search.Run());
                Assert.True(BalancedSolver.IsAllowed(market.Market, search.Best, margin));
                Assert.Equal(allowed.Max(one => WelfareSolver.Total(market.Market, one)), WelfareSolver.Total(market.Market, search.Best));
                better += WelfareSolver.Total(market.Market, start) < WelfareSolver.Total(market.Market, search.Best) ? 1 : 0;
            }
        );
        Assert.True(better > 2, $"{better}");
    }

    [Fact]
    public void Improving_keeps_the_promise_and_leaves_no_single_move_or_swap_that_would_add()
    {
        Each(
            (market, margin, allowed) =>
            {
                var start = LotterySolver.Solve(market.Market);
                var found = new BalancedRepair(market.Market, margin).Improve(start);
                var total = WelfareSolver.Total(market.Market, found);

                Assert.True(BalancedSolver.IsAllowed(market.Market, found, margin));
                Assert.True(total >= WelfareSolver.Total(market.Market, start));
                foreach (var other in allowed.Where(one => WelfareSolver.Total(market.Market, one) > total))
                {
                    var moved = market.Mentees.Where(mentee => other[mentee] != found[mentee]).ToList();
                    Assert.False(moved.Count == 1, $"{moved[0]} could go to {other[moved[0]]}.");
                    Assert.False(
                        moved.Count == 2 && other[moved[0]] == found[moved[1]] && other[moved[1]] == found[moved[0]],
                        $"{moved[0]} and {moved[1]} could change places."
                    );
                }
            }
        );
    }

    [Fact]
    public void Mending_ends_with_the_promise_kept_or_not_at_all()
    {
        var (mended, circles) = (0, 0);
        Each(
            (market, margin, _) =>
            {
                var start = WelfareSolver.Solve(market.Market).MentorOf;
                var wasAllowed = BalancedSolver.IsAllowed(market.Market, start, margin);
                var found = new BalancedRepair(market.Market, margin).Mend(start);

                Assert.True(found is null || BalancedSolver.IsAllowed(market.Market, found, margin));
                Assert.True(!wasAllowed || start.SequenceEqual(found!));
                mended += found is not null && !wasAllowed ? 1 : 0;
                circles += found is null ? 1 : 0;
            }
        );
        Assert.True(mended > 3 && circles <= mended / 4, $"{mended} {circles}");
    }

    private static void Each(Action<RankedMarket, int, List<int[]>> judge)
    {
        for (var seed = 0UL; seed < Tries.Of(1000); seed++)
        {
            var market = RankedMarket.Of(seed, most: 5, isScored: true);
            var margin = 1 + (int)(seed % 3);
            judge(market, margin, [.. market.Assignments().Where(one => BalancedSolver.IsAllowed(market.Market, one, margin))]);
        }
    }
}

using Rabta.Matching.Checking;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>A result of balanced matching.</summary>
/// <param name="Total">The sum of the scores of the pairs made here.</param>
/// <param name="IsBest">Whether the search was complete: no other allowed matching has a larger total.</param>
/// <param name="WelfareBound">No matching at all, balanced or not, has a larger total.</param>
public sealed record BalancedResult(int[] MentorOf, long Total, bool IsBest, double WelfareBound);

/// <summary>The largest total in which no two people would both gain much by leaving for each other.</summary>
/// <remarks>
/// <para>Guarantee: no pair in which both would gain <c>d</c> tiers or more, other than against a pin or a standing
/// mentorship; having nobody, or an empty seat, counts as one tier past the last of one's own list. d = 1 is weak
/// stability. The total is the best possible on small instances (<see cref="BalancedResult.IsBest"/>), elsewhere the gap to
/// the welfare bound tells what the promise costs at most. Finding the best is NP-hard, as is already the largest stable
/// matching with ties.</para>
/// Method: the better of the welfare matching mended pair by pair and of a stable one improved by moves that keep the
/// promise; then branch and bound while that is affordable.
/// </remarks>
public static class BalancedSolver
{
    public const int UsualMargin = 3;

    /// <param name="margin">d: how many tiers both must gain for a pair to be a reason to leave; at least 1.</param>
    /// <exception cref="ArgumentException">The market has no scores.</exception>
    public static BalancedResult Solve(Market market, int margin = UsualMargin)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, 1);
        var welfare = WelfareSolver.Solve(market);
        if (IsAllowed(market, welfare.MentorOf, margin))
            return new(welfare.MentorOf, welfare.Total, welfare.Gap == 0, welfare.Bound);

        var repair = new BalancedRepair(market, margin);
        int[][] starts = [StableSolver.Solve(market), LotterySolver.Solve(market)];
        var found = starts.Select(repair.Improve).ToList();
        if (repair.Mend(welfare.MentorOf) is { } mended && IsAllowed(market, mended, margin))
            found.Add(repair.Improve(mended));
        var best = found.Where(one => IsAllowed(market, one, margin)).MaxBy(one => WelfareSolver.Total(market, one))!;
        var search = new BalancedSearch(market, margin, best);
        var isBest = search.Run();
        return new(search.Best, WelfareSolver.Total(market, search.Best), isBest, welfare.Bound);
    }

    internal static bool IsAllowed(Market market, int[] mentorOf, int margin) => MarketCheck.Of(market, mentorOf, margin, mostListed: 0).Ok;
}

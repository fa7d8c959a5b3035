using Rabta.Matching.Markets;

namespace Rabta.Matching.Solving;

/// <summary>Branch and bound over who is with whom: mentee by mentee, dearest score first.</summary>
/// <remarks>
/// A branch is left where even every remaining mentee's best score would not beat what is known.
/// Stops at <see cref="MostSteps"/>; then nothing is proved.
/// </remarks>
internal sealed class BalancedSearch(Market market, int margin, int[] known)
{
    private const int MostSteps = 400_000;

    private readonly int[] _order =
    [
        .. Enumerable
            .Range(0, market.MenteeCount)
            .Where(mentee => market.SeatedMentor(mentee) == Market.Nobody && market.Starts[mentee] < market.Starts[mentee + 1])
            .OrderBy(mentee => market.Starts[mentee + 1] - market.Starts[mentee]),
    ];
    private readonly int[] _mentorOf = market.SeatedOrNobody();
    private readonly int[] _free = market.FreeSeats();
    private long[] _rest = [];
    private long _bestTotal = WelfareSolver.Total(market, known);
    private int _steps;

    public int[] Best { get; private set; } = known;

    /// <returns>Whether the search was complete.</returns>
    public bool Run()
    {
        _rest = new long[_order.Length + 1];
        for (var at = _order.Length - 1; at >= 0; at--)
            _rest[at] = _rest[at + 1] + market.BestScoreOf(_order[at]);
        Decide(0, 0);
        return _steps < MostSteps;
    }

    private void Decide(int at, long total)
    {
        if (_steps >= MostSteps || total + _rest[at] <= _bestTotal)
            return;
        _steps++;
        if (at == _order.Length)
        {
            if (!BalancedSolver.IsAllowed(market, _mentorOf, margin))
                return;
            (_bestTotal, Best) = (total, (int[])_mentorOf.Clone());
            return;
        }
        var mentee = _order[at];
        var pairs = Enumerable
            .Range(market.Starts[mentee], market.Starts[mentee + 1] - market.Starts[mentee])
            .OrderByDescending(pair => market.Scores![pair]);
        foreach (var pair in pairs)
        {
            var mentor = market.Mentors[pair];
            if (_free[mentor] == 0)
                continue;
            _free[mentor]--;
            _mentorOf[mentee] = mentor;
            Decide(at + 1, total + market.Scores![pair]);
            _free[mentor]++;
        }
        _mentorOf[mentee] = Market.Nobody;
        Decide(at + 1, total);
    }
}

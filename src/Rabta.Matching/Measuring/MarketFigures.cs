using Rabta.Matching.Checking;
using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;
using Rabta.Matching.Rematching;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Measuring;

/// <summary>Times, memory and quality of every mode on an invented market (see <see cref="InventedMarket.Popular"/>).</summary>
public static class MarketFigures
{
    private const double Million = 1_000_000;

    /// <summary>
    /// Targets grow with the market: those written for a million mentees, in proportion, and never under a few milliseconds.
    /// </summary>
    public static IEnumerable<Figure> Of(int mentees)
    {
        var market = InventedMarket.Popular(mentees, 7);
        var runs = mentees > 200_000 ? 1 : 5;
        yield return new("match.pairs", market.PairCount, "pairs");
        foreach (
            var figure in Mode("lottery", market, LotterySolver.Solve, runs, 2000)
                .Concat(Mode("stable", market, StableSolver.Solve, runs, 3000))
        )
            yield return figure;

        var welfare = (WelfareResult?)null;
        yield return new(
            "match.welfare.time",
            Figure.MedianMilliseconds(1, () => welfare = WelfareSolver.Solve(market)),
            "ms",
            Target(mentees, 20_000)
        );
        yield return new("match.welfare.gap", 100 * welfare!.Gap, "%", 0.01);
        yield return new("match.welfare.matched", Matched(welfare.MentorOf), "mentees");
        foreach (var figure in Events(market, StableSolver.Solve(market)))
            yield return figure;
    }

    private static double Target(int mentees, double atAMillion) => Math.Max(20, atAMillion * mentees / Million);

    private static IEnumerable<Figure> Mode(string name, Market market, Func<Market, int[]> solve, int runs, double target)
    {
        var mentorOf = solve(market);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        yield return new(
            $"match.{name}.time",
            Figure.MedianMilliseconds(runs, () => mentorOf = solve(market)),
            "ms",
            Target(market.MenteeCount, target)
        );
        yield return new($"match.{name}.memory", (GC.GetTotalAllocatedBytes(precise: true) - before) / runs / 1048576.0, "MB", 500);
        yield return new($"match.{name}.matched", Matched(mentorOf), "mentees");
        var report = MarketCheck.Of(market, mentorOf);
        yield return new(
            $"match.{name}.check",
            Figure.MedianMilliseconds(3, () => MarketCheck.Of(market, mentorOf)),
            "ms",
            Target(market.MenteeCount, 100)
        );
        yield return new($"match.{name}.blocking", report.UnexplainedCount + report.Faults.Count, "pairs", 0);
    }

    /// <summary>People leaving one after the other, with one in twenty opted in to being moved.</summary>
    private static IEnumerable<Figure> Events(Market market, int[] mentorOf)
    {
        var dice = new Dice(3);
        var mayMove = new bool[market.MenteeCount];
        for (var mentee = 0; mentee < mayMove.Length; mentee++)
            mayMove[mentee] = dice.Below(20) == 0;
        var rematcher = new Rematcher(market, mentorOf, mayMove);
        var (times, others, worse) = (new List<double>(), 0, 0);
        for (var asked = 0; asked < 3000; asked++)
        {
            var mentee = dice.Below(market.MenteeCount);
            if (rematcher.MentorOf[mentee] == Market.Nobody)
                continue;
            IReadOnlyList<Move> moves = [];
            times.Add(Figure.MedianMilliseconds(1, () => moves = rematcher.Leave(mentee, ban: true)));
            others += moves.Count(move => move.Mentee != mentee);
            worse += moves.Count(move =>
                move.Mentee != mentee
                && move.From != Market.Nobody
                && Tier(market, move.Mentee, move.To) >= Tier(market, move.Mentee, move.From)
            );
        }
        times.Sort();
        yield return new("match.event.p99", times[times.Count * 99 / 100], "ms", 0.5);
        yield return new("match.event.others-moved", (double)others / times.Count, "mentees", 1.5);
        yield return new("match.event.worse-off", worse, "mentees", 0);
    }

    private static int Tier(Market market, int mentee, int mentor) => market.MenteeTiers[market.PairAt(mentee, mentor)];

    private static int Matched(int[] mentorOf) => mentorOf.Count(mentor => mentor != Market.Nobody);
}

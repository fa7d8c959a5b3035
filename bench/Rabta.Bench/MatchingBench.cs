using Rabta.Matching;
using Rabta.Matching.Explaining;
using Rabta.Matching.Inventing;
using Rabta.Matching.Markets;
using Rabta.Matching.Measuring;
using Rabta.Matching.Problems;
using Rabta.Matching.Solving;

namespace Rabta.Bench;

/// <summary>A round from invented people: solving with the check, and explaining every pair.</summary>
internal static class MatchingBench
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        await Task.CompletedTask;
        foreach (var (mentees, mentors, runs, target) in new[] { (500, 60, 25, 20d), (10_000, 1_000, 3, 3_000d) })
        {
            var problem = Invent(mentees, mentors);
            yield return new(
                $"matching.solve.{mentees}x{mentors}.first",
                Figure.MedianMilliseconds(1, () => Matchmaker.Match(problem)),
                "ms"
            );
            // A server matches many rounds: the runtime has compiled a method for good after it was called thirty times, and again with
            // what it learnt.
            for (var run = 0; run < 3 * runs; run++)
                Matchmaker.Match(problem);
            yield return new(
                $"matching.solve.{mentees}x{mentors}",
                Figure.MedianMilliseconds(runs, () => Matchmaker.Match(problem)),
                "ms",
                target
            );
            var pairs = Matchmaker.Match(problem).Result!.Pairs;
            yield return new(
                $"matching.explain.{mentees}x{mentors}",
                Figure.MedianMilliseconds(
                    3,
                    () =>
                    {
                        var why = new Explanations(problem, pairs);
                        foreach (var pair in pairs)
                            why.OfPair(pair);
                    }
                ),
                "ms",
                target
            );
            yield return new($"matching.matched.{mentees}x{mentors}", 100d * pairs.Count / mentees, "%");
        }
        foreach (var figure in Planted().Concat(MarketFigures.Of(100_000)))
            yield return figure;
        await foreach (var figure in PeersBench.Run())
            yield return figure;
    }

    /// <summary>Ten times the market of the others; it takes a few minutes and some gigabytes.</summary>
    public static async IAsyncEnumerable<Figure> Million()
    {
        await Task.CompletedTask;
        foreach (var figure in MarketFigures.Of(1_000_000))
            yield return figure;
    }

    /// <summary>How much of a hidden stable matching each mode finds; the more the better, so no target from above.</summary>
    private static IEnumerable<Figure> Planted()
    {
        var planted = PlantedMarket.Of(10_000, 9_950, 1);
        foreach (
            var (name, solve) in new (string, Func<Market, int[]>)[] { ("stable", StableSolver.Solve), ("lottery", LotterySolver.Solve) }
        )
        {
            int[] found = [];
            yield return new($"matching.planted.{name}.time", Figure.MedianMilliseconds(1, () => found = solve(planted.Market)), "ms");
            yield return new($"matching.planted.{name}.found", 100d * found.Count(mentor => mentor != Market.Nobody) / planted.Size, "%");
        }
    }

    private static MatchingProblem Invent(int mentees, int mentors)
    {
        var dice = new Random(7);
        Dictionary<string, IReadOnlyCollection<string>> Answers() =>
            Enumerable.Range(0, 6).ToDictionary(q => $"q{q}", _ => (IReadOnlyCollection<string>)new HashSet<string> { $"v{dice.Next(5)}" });
        return new()
        {
            Mentees =
            [
                .. Enumerable
                    .Range(0, mentees)
                    .Select(i => new Mentee($"e{i}", $"pe{i}")
                    {
                        Answers = Answers(),
                        Wishes =
                        [
                            .. Enumerable
                                .Range(0, 3)
                                .Select(_ => $"m{dice.Next(mentors)}")
                                .Distinct()
                                .Select(m => (IReadOnlyList<string>)[m]),
                        ],
                    }),
            ],
            Mentors =
            [
                .. Enumerable.Range(0, mentors).Select(i => new Mentor($"m{i}", $"pm{i}", mentees / mentors + 1) { Answers = Answers() }),
            ],
            Questions = [.. Enumerable.Range(0, 6).Select(q => new Question($"q{q}", Counting.Alike))],
            Seed = 7,
        };
    }
}

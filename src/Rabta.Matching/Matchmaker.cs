using Rabta.Matching.Checking;
using Rabta.Matching.Markets;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.Matching.Solving;

namespace Rabta.Matching;

/// <summary>Solves a round and has the result checked.</summary>
public static class Matchmaker
{
    /// <summary>Up to so many possible pairs the check weighs everybody with everybody; above, the candidates.</summary>
    private const long CheckedWhole = 4_000_000;

    /// <summary>Pairs mentees with mentors as the problem's mode says.</summary>
    /// <remarks>
    /// Standing mentorships and pins are seated first. No mentor is overfull, no hard rule is broken, and the order of the
    /// input does not matter. With up to 300 mentors everybody is weighed with everybody, otherwise at most 30 candidates a mentee and
    /// whoever is wished for or recommended; then "rather have each other" is among candidates.
    /// Refuses in words of the input instead of throwing: see <see cref="MatchingOutcome.Contradictions"/>.
    /// </remarks>
    public static MatchingOutcome Match(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (SolverInput.Of(problem, out var contradictions) is not { } input)
            return new(contradictions, null, null);

        var people = new PeopleMarket(input);
        var market = people.Build();
        var mentorOf = Solve(market, problem);
        while (people.Widen(mentorOf) is { } wider)
            (market, mentorOf) = (wider, Solve(wider, problem));
        var result = BuildResult(input, market, mentorOf);
        // Always, not only in tests: a solver's fault must never reach people as a published round.
        return new([], result, Check(problem, market, mentorOf, result));
    }

    /// <summary>What contradicts itself in a problem, found without solving it; none where it can be solved.</summary>
    public static IReadOnlyList<Contradiction> Contradictions(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        SolverInput.Of(problem, out var contradictions);
        return contradictions;
    }

    private static int[] Solve(Market market, MatchingProblem problem) =>
        problem.Objective switch
        {
            MatchingObjective.Lottery => LotterySolver.Solve(market),
            MatchingObjective.Welfare => WelfareSolver.Solve(market).MentorOf,
            MatchingObjective.Balanced => BalancedSolver.Solve(market, problem.Margin).MentorOf,
            _ => StableSolver.Solve(market),
        };

    /// <summary>The independent check of a result however it came about: with everybody weighed with everybody, stability too.</summary>
    public static CheckReport Check(MatchingProblem problem, IReadOnlyCollection<Pair> pairs, IReadOnlyCollection<string> unmatched)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ResultCheck.Of(
            problem,
            pairs,
            unmatched,
            problem.Mentors.Count <= Candidates.Few && (long)problem.Mentees.Count * problem.Mentors.Count <= CheckedWhole
        );
    }

    private static CheckReport Check(MatchingProblem problem, Market market, int[] mentorOf, MatchingResult result)
    {
        var report = Check(problem, result.Pairs, [.. result.Unmatched.Select(left => left.Mentee)]);
        var promised = problem.Objective switch
        {
            MatchingObjective.Welfare => 0L,
            MatchingObjective.Balanced => MarketCheck.Of(market, mentorOf, problem.Margin, 0).UnexplainedCount,
            _ => MarketCheck.Of(market, mentorOf, 1, 0).UnexplainedCount,
        };
        return promised == 0 ? report : report with { ProblemCount = report.ProblemCount + (int)Math.Min(promised, int.MaxValue / 2) };
    }

    private static MatchingResult BuildResult(SolverInput input, Market market, int[] mentorOf)
    {
        var reasons = new UnmatchedReasons(input.Roster, input.Rules);
        var (pairs, unmatched) = (new List<Pair>(), new List<Unmatched>());
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            var key = input.Roster.Mentees[mentee].Key;
            if (mentorOf[mentee] == Market.Nobody)
                unmatched.Add(new(key, reasons.Of(mentee)));
            else
                pairs.Add(new(key, input.Roster.Mentors[mentorOf[mentee]].Key));
        }
        return new(pairs, unmatched, input.Problem.Seed, WelfareSolver.Total(market, mentorOf));
    }
}

using Rabta.Matching.Checking;
using Rabta.Matching.Markets;
using Rabta.Matching.Rematching;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Files;

/// <summary>Solves a file by its form, mode and event, and has the result checked.</summary>
internal static class FileSolver
{
    public static FileSolution Solve(FileProblem problem, FileChange change) =>
        problem.Form switch
        {
            FileForm.Projects => Projects(problem, change),
            FileForm.People => FilePeers.Solve(problem, change),
            _ when problem.Raw.Event is not null => new FileEvent(problem, change).Solve(),
            _ => Mentors(problem, change),
        };

    private static FileSolution Mentors(FileProblem problem, FileChange change)
    {
        var market = MarketOf(problem, change);
        var unit = (double)FileScores.UnitOf(problem);
        var solution = problem.Raw.Mode switch
        {
            "welfare" when WelfareSolver.Solve(market) is var found => new(found.MentorOf) { WelfareBound = found.Bound * unit },
            "balanced" when BalancedSolver.Solve(market, problem.Raw.Margin) is var found => new(found.MentorOf)
            {
                WelfareBound = found.WelfareBound * unit,
                IsBest = found.IsBest,
            },
            "lottery" => new FileSolution(LotterySolver.Solve(market)),
            _ => new(StableSolver.Solve(market)),
        };
        return Judged(market, problem, solution);
    }

    public static FileSolution JudgedMentors(FileProblem problem, FileChange change, FileSolution solution) =>
        Judged(MarketOf(problem, change), problem, solution);

    private static FileSolution Judged(Market market, FileProblem problem, FileSolution solution) =>
        Checked(
            market,
            solution,
            problem.Raw.Mode switch
            {
                "welfare" => null,
                "balanced" => problem.Raw.Margin,
                _ => 1,
            }
        );

    private static Market MarketOf(FileProblem problem, FileChange change)
    {
        var keeps = problem.Raw.PriceOfMove is null;
        Because Why(int seeker) =>
            problem.PinOf.ContainsKey(seeker) ? Because.Pin
            : keeps && problem.Current[seeker] != Market.Nobody ? Because.Incumbent
            : Because.None;
        return FileMarket.Of(
            problem,
            change,
            Why,
            seeker => problem.PinOf.GetValueOrDefault(seeker, problem.Current[seeker]),
            price: problem.Raw.PriceOfMove ?? 0
        );
    }

    /// <summary>The checker's word on a result: blocking pairs with what explains them, anything else as a fault.</summary>
    /// <param name="margin">How many tiers both must gain for a blocking pair to break what was promised; null for no promise.</param>
    public static FileSolution Checked(Market market, FileSolution solution, int? margin = 1)
    {
        var report = MarketCheck.Of(market, solution.OffererOf, mostListed: int.MaxValue);
        var faults = report.Faults.ToList();
        var promised = margin switch
        {
            null => [],
            1 => report.Blocking,
            { } tiers => MarketCheck.Of(market, solution.OffererOf, tiers).Blocking,
        };
        faults.AddRange(
            promised
                .Where(pair => pair.Because == Because.None)
                .Select(pair => new MarketFault(CheckCode.BlockingPair, pair.Mentee, pair.Mentor))
        );
        return solution with
        {
            Faults = faults,
            Blocking = [.. report.Blocking.Select(pair => pair.Because == Because.None ? pair with { Because = Because.Objective } : pair)],
        };
    }

    private static FileSolution Projects(FileProblem problem, FileChange change)
    {
        var (market, level) = ProjectsOf(problem, change);
        return JudgedProjects(market, level, StudentProjectSolver.Solve(market, level));
    }

    public static FileSolution JudgedProjects(FileProblem problem, FileChange change, int[] projectOf)
    {
        var (market, level) = ProjectsOf(problem, change);
        return JudgedProjects(market, level, projectOf);
    }

    private static FileSolution JudgedProjects(Market market, SecondLevel level, int[] projectOf)
    {
        var (faults, blocking) = new ProjectsCheck(market, (level.Of, level.Places), projectOf).Run();
        return new(projectOf) { Faults = faults, Blocking = blocking };
    }

    private static (Market Market, SecondLevel Level) ProjectsOf(FileProblem problem, FileChange change)
    {
        var market = FileMarket.Of(
            problem,
            change,
            seeker => problem.PinOf.ContainsKey(seeker) ? Because.Pin : Because.None,
            seeker => problem.PinOf[seeker]
        );
        var places = problem.SupervisorPlaces.Select((own, supervisor) => change.SupervisorPlaces.GetValueOrDefault(supervisor, own));
        return (market, new(problem.SupervisorOf, [.. places]));
    }
}

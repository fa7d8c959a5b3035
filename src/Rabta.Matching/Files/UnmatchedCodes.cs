using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Why somebody in a file is left without a partner.</summary>
/// <remarks>
/// Told from the person's own list, the forbids and who is with whom in the end, so that nobody's ranking shows through
/// anybody else's reason: two files that differ in another person's list and have the same result give the same reasons.
/// </remarks>
public static class UnmatchedCodes
{
    public const string EmptyList = "empty-list";
    public const string Forbidden = "forbidden";
    public const string NoPlaces = "no-places";
    public const string Full = "full";
    public const string Left = "left";
    public const string NotListed = "not-listed";
    public const string Mode = "mode";
    public const string NoStable = "no-stable";
    public const string BelowThreshold = "below-threshold";

    /// <summary>Each code and what it means.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (EmptyList, "lists nobody"),
        (Forbidden, "everybody listed is forbidden"),
        (NoPlaces, "nobody listed offers a place"),
        (Full, "everybody listed is full with people already agreed"),
        (Left, "the only one listed with a free place is the one just left"),
        (NotListed, "whoever listed has a free place does not list them back"),
        (Mode, "the mode left them out for a larger total"),
        (NoStable, "people: no matching of these people is stable"),
        (BelowThreshold, "weights: nothing in the row reaches the threshold"),
    ];

    internal static string Of(FileProblem problem, FileChange change, FileSolution solution, int seeker)
    {
        if (!solution.IsStable)
            return NoStable;
        var listed = problem.Wishes.Of(seeker).ToArray();
        if (listed.Length == 0)
            return EmptyList;
        var open = listed.Where(offerer => !change.Forbids(problem, seeker, offerer)).ToArray();
        if (open.Length == 0)
            return Forbidden;
        if (problem.Form == FileForm.People)
            return open.All(other => solution.OffererOf[other] != Market.Nobody) ? Full : NotListed;
        if (open.All(offerer => PlacesOf(problem, change, offerer) == 0))
            return NoPlaces;
        var free = open.Where(offerer => HasFree(problem, change, solution, offerer)).ToArray();
        if (free.Length == 0)
            return Full;
        var acceptable = free.Where(offerer => (seeker, offerer) != solution.Left && Accepts(problem, change, seeker, offerer)).ToArray();
        if (acceptable.Length > 0)
            return Mode;
        return free.All(offerer => (seeker, offerer) == solution.Left) ? Left : NotListed;
    }

    private static bool Accepts(FileProblem problem, FileChange change, int seeker, int offerer) =>
        problem.OffererLists.TierOf(problem.Form == FileForm.Projects ? problem.SupervisorOf[offerer] : offerer, seeker) >= 0
        || change.Listed == (seeker, offerer);

    private static int PlacesOf(FileProblem problem, FileChange change, int offerer)
    {
        var own =
            problem.Raw.Event is { Kind: "capacity", To: { } to } happened && problem.OffererAt[happened.Who] == offerer
                ? (int)to
                : change.PlacesOf(problem, offerer);
        return problem.Form == FileForm.Projects
            ? Math.Min(
                own,
                change.SupervisorPlaces.GetValueOrDefault(
                    problem.SupervisorOf[offerer],
                    problem.SupervisorPlaces[problem.SupervisorOf[offerer]]
                )
            )
            : own;
    }

    private static bool HasFree(FileProblem problem, FileChange change, FileSolution solution, int offerer)
    {
        var held = solution.Held(problem.Offerers.Length);
        if (held[offerer] >= PlacesOf(problem, change, offerer))
            return false;
        if (problem.Form != FileForm.Projects)
            return true;
        var supervisor = problem.SupervisorOf[offerer];
        return held.Where((_, project) => problem.SupervisorOf[project] == supervisor).Sum()
            < change.SupervisorPlaces.GetValueOrDefault(supervisor, problem.SupervisorPlaces[supervisor]);
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Finds the smallest single change of a file that would give somebody a partner, by making it and solving again.</summary>
/// <remarks>
/// The smallest has fewest entries, then disturbs fewest others (people whose partner differs). Likely changes are tried
/// first, and one that disturbs nobody ends the search, as nothing is smaller. What may be spent on one file is
/// bounded; people for whom it did not suffice are counted in <see cref="NotSearched"/>.
/// </remarks>
internal sealed class ChangeSearch(FileProblem problem, FileSolution solution)
{
    /// <summary>List entries walked in all the solving: a few seconds.</summary>
    private const long Effort = 60_000_000;

    private readonly long _cost =
        50
        + problem.Seekers.Length
        + (long)Enumerable.Range(0, problem.Seekers.Length).Sum(seeker => problem.Wishes.Of(seeker).Length)
            * (problem.Form == FileForm.Mentors && problem.Raw.Event is null && problem.Raw.Mode is "stable" or "balanced" ? 10 : 2);
    private long _left = Effort;

    public int NotSearched { get; private set; }

    /// <returns>The change, or null where no such change matches.</returns>
    public FileChange? For(int seeker)
    {
        if (_left < _cost)
        {
            NotSearched++;
            return null;
        }
        var (best, fewest) = ((FileChange?)null, int.MaxValue);
        foreach (var size in new[] { Single(seeker), Double(seeker) })
        {
            foreach (var change in size)
            {
                if ((_left -= _cost) < 0)
                {
                    NotSearched += best is null ? 1 : 0;
                    return best;
                }
                if (Disturbed(seeker, change) is not { } others || others >= fewest)
                    continue;
                (best, fewest) = (change, others);
                if (others == 0)
                    return best;
            }
            if (best is not null)
                return best;
        }
        return best;
    }

    /// <returns>How many others end elsewhere; null where the seeker is still without.</returns>
    private int? Disturbed(int seeker, FileChange change)
    {
        var then = FileSolver.Solve(problem, change);
        if (!then.IsStable || then.OffererOf[seeker] == Market.Nobody)
            return null;
        return Enumerable
            .Range(0, then.OffererOf.Length)
            .Count(other => other != seeker && then.OffererOf[other] != solution.OffererOf[other]);
    }

    private IEnumerable<FileChange> Single(int seeker)
    {
        if (problem.Form != FileForm.People)
        {
            foreach (var change in MorePlaces(seeker))
                yield return change;
        }
        var offerers = problem.Form == FileForm.People ? problem.Seekers.Length : problem.Offerers.Length;
        for (var offerer = 0; offerer < offerers; offerer++)
        {
            if (LacksListing(seeker, offerer) && !problem.Forbids.Contains((seeker, offerer)))
                yield return new() { Listed = (seeker, offerer) };
        }
        foreach (var pair in problem.WrittenForbids.OrderBy(pair => pair.Seeker != seeker).ThenBy(pair => pair))
            yield return new() { Unforbidden = pair };
    }

    /// <summary>
    /// At those the seeker lists first, one more before several more; then at all others, as a seat there may free one here.
    /// </summary>
    private IEnumerable<FileChange> MorePlaces(int seeker)
    {
        int[] own = [.. problem.Wishes.Of(seeker)];
        int[] all = [.. own, .. Enumerable.Range(0, problem.Offerers.Length).Except(own)];
        var most = problem.Seekers.Length;
        for (var more = 1; more <= most; more++)
        {
            foreach (var offerer in all)
            {
                if (Now(offerer) + (long)more is var places && places <= (long)most + 1)
                    yield return new() { Places = new Dictionary<int, int> { [offerer] = (int)places } };
            }
            for (var supervisor = 0; supervisor < problem.SupervisorPlaces.Length; supervisor++)
            {
                if (problem.SupervisorPlaces[supervisor] + (long)more <= most + 1L)
                    yield return new()
                    {
                        SupervisorPlaces = new Dictionary<int, int> { [supervisor] = problem.SupervisorPlaces[supervisor] + more },
                    };
            }
        }
    }

    /// <summary>Two entries of one key: a project and its supervisor.</summary>
    private IEnumerable<FileChange> Double(int seeker)
    {
        if (problem.Form != FileForm.Projects)
            yield break;
        int[] own = [.. problem.Wishes.Of(seeker)];
        var most = problem.Seekers.Length;
        foreach (
            var (onProject, underSupervisor) in Enumerable
                .Range(2, 2 * most)
                .SelectMany(sum => Enumerable.Range(1, sum - 1).Select(one => (one, sum - one)))
                .Where(more => more.Item1 <= most && more.Item2 <= most)
        )
        {
            foreach (var project in own)
            {
                var supervisor = problem.SupervisorOf[project];
                yield return new()
                {
                    Places = new Dictionary<int, int> { [project] = problem.Places[project] + onProject },
                    SupervisorPlaces = new Dictionary<int, int> { [supervisor] = problem.SupervisorPlaces[supervisor] + underSupervisor },
                };
            }
        }
    }

    private int Now(int offerer) => problem.Places[offerer];

    private bool LacksListing(int seeker, int offerer)
    {
        if (problem.Form == FileForm.People)
            return offerer != seeker && (problem.Wishes.TierOf(seeker, offerer) < 0 || problem.Wishes.TierOf(offerer, seeker) < 0);
        var list = problem.Form == FileForm.Projects ? problem.SupervisorOf[offerer] : offerer;
        return problem.Wishes.TierOf(seeker, offerer) < 0 || problem.OffererLists.TierOf(list, seeker) < 0;
    }
}

using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>
/// Whether an event disturbed only whom it may: what stability alone does not tell, as everybody is judged where they are now.
/// </summary>
internal sealed class EventPromises(FileProblem problem, int[] offererOf)
{
    private readonly int _asked = problem.EventPerson;

    /// <returns>Sentences, one a broken promise.</returns>
    public IEnumerable<string> Broken()
    {
        var kind = problem.Raw.Event!.Kind;
        // Who is pinned goes where staff say, whatever else happens; the market's check sees to that.
        var pinned = problem.Pins.Select(pin => pin.Seeker).ToHashSet();
        if (kind == "withdraw" && offererOf[_asked] != Market.Nobody)
            yield return $"{problem.Seekers[_asked]}: has left the programme, and has somebody.";
        var others = 0;
        for (var seeker = 0; seeker < offererOf.Length; seeker++)
        {
            var (before, now) = (problem.Current[seeker], offererOf[seeker]);
            if (before == now || pinned.Contains(seeker) || (seeker == _asked && kind == "withdraw"))
                continue;
            var name = problem.Seekers[seeker];
            if (kind == "switch")
                yield return $"{name}: nobody is moved by asking.";
            else if (before != Market.Nobody && seeker != _asked)
            {
                others++;
                if (!problem.MayMove[seeker])
                    yield return $"{name}: moved without having opted in.";
                else if (
                    now == Market.Nobody
                    || FileMarket.MenteeTier(problem, seeker, now) >= FileMarket.MenteeTier(problem, seeker, before)
                )
                    yield return $"{name}: moved to nobody they rank higher.";
                else if (problem.OffererLists.TierOf(now, seeker) < 0 || problem.Forbids.Contains((seeker, now)))
                    yield return $"{name}: moved to somebody who may not be theirs.";
            }
        }
        if (kind != "switch" && others > problem.Raw.Budget)
            yield return $"{others} others moved; the budget is {problem.Raw.Budget}.";
    }
}

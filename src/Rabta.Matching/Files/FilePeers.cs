using Rabta.Matching.Checking;
using Rabta.Matching.Markets;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Files;

/// <summary>Partners within one group, with pins and forbids.</summary>
internal static class FilePeers
{
    public static FileSolution Solve(FileProblem problem, FileChange change)
    {
        var (lists, pinned) = (Lists(problem, change), Pinned(problem));
        var open = lists
            .Select((list, person) => pinned.ContainsKey(person) ? [] : list.Where(other => !pinned.ContainsKey(other)).ToList())
            .ToList();
        if (RoommatesSolver.Solve(open) is not { } solved)
            return new(Market.NobodyFor(lists.Count)) { IsStable = false };
        foreach (var (person, partner) in pinned)
            solved[person] = partner;
        return Judged(lists, pinned, solved);
    }

    public static FileSolution Judged(FileProblem problem, int[] partnerOf) =>
        Judged(Lists(problem, FileChange.None), Pinned(problem), partnerOf);

    private static FileSolution Judged(List<List<int>> lists, Dictionary<int, int> pinned, int[] partnerOf) =>
        new(partnerOf) { Blocking = Blocking(lists, partnerOf, pinned), Faults = [.. Faults(lists, partnerOf, pinned)] };

    private static List<List<int>> Lists(FileProblem problem, FileChange change) =>
        [.. Enumerable.Range(0, problem.Seekers.Length).Select(person => ListOf(problem, change, person))];

    private static Dictionary<int, int> Pinned(FileProblem problem) =>
        problem
            .Pins.SelectMany(pin => new[] { pin, (Seeker: pin.Offerer, Offerer: pin.Seeker) })
            .ToDictionary(pin => pin.Seeker, pin => pin.Offerer);

    private static List<int> ListOf(FileProblem problem, FileChange change, int person)
    {
        List<int> list = [.. problem.Wishes.Of(person)];
        if (
            change.Listed is { } pair
            && (
                pair.Seeker == person ? pair.Offerer
                : pair.Offerer == person ? pair.Seeker
                : -1
            )
                is >= 0
                    and var other
            && !list.Contains(other)
        )
            list.Add(other);
        list.RemoveAll(one => change.Forbids(problem, person, one));
        return list;
    }

    /// <summary>Pairs who list each other and would both rather have each other; each once.</summary>
    private static List<BlockingPair> Blocking(List<List<int>> lists, int[] partnerOf, Dictionary<int, int> pinned)
    {
        var found = new List<BlockingPair>();
        for (var person = 0; person < lists.Count; person++)
        {
            foreach (var other in lists[person].Where(other => other > person && Prefers(person, other) && Prefers(other, person)))
                found.Add(new(person, other, pinned.ContainsKey(person) || pinned.ContainsKey(other) ? Because.Pin : Because.None));
        }
        return found;

        bool Prefers(int person, int other)
        {
            var at = lists[person].IndexOf(other);
            var now = partnerOf[person] == Market.Nobody ? -1 : lists[person].IndexOf(partnerOf[person]);
            return at >= 0 && partnerOf[person] != other && (now < 0 || at < now);
        }
    }

    private static IEnumerable<MarketFault> Faults(List<List<int>> lists, int[] partnerOf, Dictionary<int, int> pinned)
    {
        for (var person = 0; person < lists.Count; person++)
        {
            var partner = partnerOf[person];
            if (partner == Market.Nobody || pinned.ContainsKey(person))
                continue;
            if (partnerOf[partner] != person || !lists[person].Contains(partner) || !lists[partner].Contains(person))
                yield return new(CheckCode.Unacceptable, person, partner);
        }
        foreach (var pair in Blocking(lists, partnerOf, pinned).Where(pair => pair.Because == Because.None))
            yield return new(CheckCode.BlockingPair, pair.Mentee, pair.Mentor);
    }
}

namespace Rabta.Mutants;

/// <summary>Draws mutants: every kind has its turn as long as it has places left, whatever the number of its places.</summary>
internal static class Draw
{
    /// <summary>Of one file at most so many; a draw shall look around.</summary>
    private const int OfOneFile = 3;

    /// <summary>In an order that the seed decides. Two never change the same code.</summary>
    public static List<Mutant> From(IReadOnlyCollection<Place> places, int count, int seed)
    {
        var chance = new Random(seed);
        var kinds = places
            .GroupBy(p => p.Kind)
            .OrderBy(k => k.Key, StringComparer.Ordinal)
            .Select(k => new Queue<Place>(Shuffled(k, chance)))
            .ToList();
        var (drawn, files, nodes) = (new List<Mutant>(), new Dictionary<string, int>(), new HashSet<object>());
        while (drawn.Count < count && kinds.Any(k => k.Count > 0))
            foreach (var kind in kinds.Where(k => k.Count > 0))
            {
                if (drawn.Count == count)
                    break;
                while (kind.TryDequeue(out var place))
                    if (files.GetValueOrDefault(place.File) < OfOneFile && nodes.Add(place.Node))
                    {
                        files[place.File] = files.GetValueOrDefault(place.File) + 1;
                        drawn.Add(new(drawn.Count, place));
                        break;
                    }
            }
        return drawn;
    }

    private static Place[] Shuffled(IEnumerable<Place> places, Random chance)
    {
        var all = places.ToArray();
        chance.Shuffle(all);
        return all;
    }
}

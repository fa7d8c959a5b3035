using System.Globalization;

namespace Rabta.Mutants;

/// <summary>Which classes of tests reach a mutant, and how long each takes.</summary>
internal sealed class Reach(Sources sources)
{
    /// <summary>More would take the day, and what eight do not notice the ninth rarely does.</summary>
    private const int Most = 8;

    /// <summary>Nor do the slowest, that walk through everything, as long as others reach the place.</summary>
    private const long Longest = 20_000;

    private readonly Dictionary<string, (long Millis, HashSet<int> Mutants, HashSet<int> Members)> _classes = [];

    public void Read(string file, HashSet<string> failed)
    {
        foreach (var line in File.ReadLines(file))
        {
            var parts = line.Split('\t');
            if (failed.Contains(parts[0]))
                continue;
            if (!_classes.TryGetValue(parts[0], out var noted))
                noted = (0, [], []);
            noted.Mutants.UnionWith(Numbers(parts[2]));
            noted.Members.UnionWith(Numbers(parts[3]));
            _classes[parts[0]] = (noted.Millis + long.Parse(parts[1], CultureInfo.InvariantCulture), noted.Mutants, noted.Members);
        }
    }

    public int Count => _classes.Count;

    public IEnumerable<string> Quickest => _classes.OrderBy(c => c.Value.Millis).Select(c => c.Key);

    /// <summary>Ten times what they took, so that a busy machine does not pass for a test that notices.</summary>
    public TimeSpan LimitOf(IEnumerable<string> classes) =>
        TimeSpan.FromMilliseconds(Math.Max(120_000, 10 * classes.Sum(c => _classes[c].Millis)));

    /// <summary>Those of its own folder first, then those that read the journal if it is about that, then the quickest.</summary>
    public List<string> Of(Mutant mutant)
    {
        var folder = "Rabta.Tests" + Path.GetDirectoryName(mutant.Place.File)!["src/Rabta".Length..].Replace('/', '.');
        var module = string.Join('.', folder.Split('.').Take(3));
        var journal = mutant.Place.Kind.Contains("journal", StringComparison.Ordinal);
        var reaching = _classes
            .Where(c => Reaches(c.Value.Mutants, c.Value.Members, mutant))
            .OrderBy(c =>
                c.Key[..c.Key.LastIndexOf('.')] == folder ? 0
                : journal && c.Key.StartsWith("Rabta.Tests.Walls.Journals", StringComparison.Ordinal) ? 1
                : c.Key.StartsWith(module + '.', StringComparison.Ordinal) ? 2
                : 3
            )
            .ThenBy(c => c.Value.Millis);
        var (chosen, millis) = (new List<string>(), 0L);
        foreach (var (name, noted) in reaching)
            if (chosen.Count == 0 || (chosen.Count < Most && millis + noted.Millis <= Longest))
            {
                chosen.Add(name);
                millis += noted.Millis;
            }
        return chosen;
    }

    /// <summary>What may become SQL notes nothing itself; the body round it does, or else any body of its file.</summary>
    private bool Reaches(HashSet<int> mutants, HashSet<int> members, Mutant mutant) =>
        mutant.Place.InTree
            ? members.Any(m =>
                sources.Members[m] is var (file, start) && file == mutant.Place.File && (mutant.Place.Member ?? start) == start
            )
            : mutants.Contains(mutant.Number);

    private static IEnumerable<int> Numbers(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture));
}

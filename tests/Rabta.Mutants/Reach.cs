using System.Globalization;

namespace Rabta.Mutants;

/// <summary>Which tests pass which points, and how long each takes.</summary>
internal sealed class Reach(Sources sources)
{
    /// <summary>First those that are about the place; if none of them notices, more that come past it, at last the slow walls.</summary>
    private static readonly long[] Millis = [8_000, 30_000, 120_000];

    private readonly Dictionary<string, (long Millis, HashSet<int> Points)> _tests = [];

    public void Read(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var parts = line.Split('\t');
            if (!_tests.TryGetValue(parts[0], out var noted))
                noted = (0, []);
            noted.Points.UnionWith(
                parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))
            );
            _tests[parts[0]] = (noted.Millis + long.Parse(parts[1], CultureInfo.InvariantCulture), noted.Points);
        }
    }

    public int Count => _tests.Count;

    /// <summary>Three times what they took, and the start of the program.</summary>
    public TimeSpan LimitOf(IEnumerable<string> tests) => TimeSpan.FromMilliseconds(30_000 + (3 * tests.Sum(t => _tests[t].Millis)));

    /// <summary>Those of its own folder first, then those of its module, then the walls, then the rest; the quicker first.</summary>
    public List<List<string>> Of(Mutant mutant)
    {
        if (sources.Before(mutant.Place) is not { } point)
            return [];
        var folder = "Rabta.Tests" + Path.GetDirectoryName(mutant.Place.File)!["src/Rabta".Length..].Replace('/', '.');
        var module = string.Join('.', folder.Split('.').Take(3));
        var reaching = new Queue<string>(
            _tests
                .Where(t => t.Value.Points.Contains(point))
                .OrderBy(t =>
                    t.Key.StartsWith(folder + '.', StringComparison.Ordinal) ? 0
                    : t.Key.StartsWith(module + '.', StringComparison.Ordinal) ? 1
                    : t.Key.StartsWith("Rabta.Tests.Walls.", StringComparison.Ordinal) ? 2
                    : 3
                )
                .ThenBy(t => t.Value.Millis)
                .Select(t => t.Key)
        );
        var rounds = new List<List<string>>();
        foreach (var limit in Millis)
        {
            var (chosen, millis) = (new List<string>(), 0L);
            while (reaching.TryPeek(out var next) && (chosen.Count == 0 || millis + _tests[next].Millis <= limit))
            {
                chosen.Add(reaching.Dequeue());
                millis += _tests[next].Millis;
            }
            if (chosen.Count > 0)
                rounds.Add(chosen);
        }
        return rounds;
    }
}

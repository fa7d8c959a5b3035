namespace Rabta.Mutants;

/// <summary>
/// Survivors that were looked at and that no test can notice, each with its reason: tests/Rabta.Mutants/explained.tsv. They count
/// neither as noticed nor as missed.
/// </summary>
internal sealed class Explained
{
    private readonly Dictionary<(string File, string Kind, string Code), string> _reasons = [];

    public Explained(string path)
    {
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            if (line.Split('\t') is not [var file, var kind, var code, { Length: > 0 } reason])
                throw new InvalidOperationException($"{path}: not a file, a kind, the code and a reason: {line}");
            _reasons.Add((file, kind, code), reason);
        }
    }

    public bool Has(Place place) => _reasons.ContainsKey((place.File, place.Kind, place.Code));

    /// <summary>What is explained and no longer there.</summary>
    public IEnumerable<string> Stale(IEnumerable<Place> places) =>
        _reasons.Keys.Except(places.Select(p => (p.File, p.Kind, p.Code))).Select(k => $"{k.File} {k.Kind}: {k.Code}");
}

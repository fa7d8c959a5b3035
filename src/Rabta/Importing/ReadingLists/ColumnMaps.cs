using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>Meanings somebody gave to headings; they outweigh every guess.</summary>
public sealed class ColumnMaps
{
    public static readonly ColumnMaps None = new();

    private readonly Dictionary<string, (string Heading, Meant Meaning)> _meanings = new(StringComparer.Ordinal);

    public IEnumerable<string> Headings => _meanings.Values.Select(map => map.Heading);

    /// <summary>Reads what was typed as <c>Heading=meaning</c>; a heading may itself hold an equals sign.</summary>
    public static (ColumnMaps Maps, IReadOnlyList<ImportProblem> Problems) Parse(IEnumerable<string> typed, Languages languages)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var maps = new ColumnMaps();
        var problems = new List<ImportProblem>();
        foreach (var map in typed)
        {
            var equals = map.LastIndexOf('=');
            var heading = equals < 0 ? "" : map[..equals].Trim();
            if (heading.Length == 0)
            {
                problems.Add(ImportProblem.Of(ProblemKind.File, ImportProblemCode.MapUnreadable, null, null, null, map));
            }
            else if (MeaningNames.MeaningOf(map[(equals + 1)..], languages) is { } meaning)
            {
                maps._meanings[Values.HeadingKey(heading)] = (heading, meaning);
            }
            else
            {
                problems.Add(
                    ImportProblem.Of(ProblemKind.File, ImportProblemCode.MapMeaningUnknown, null, null, heading, map[(equals + 1)..].Trim())
                );
            }
        }
        return (maps, problems);
    }

    /// <summary>From a page where each heading was given its meaning.</summary>
    public static ColumnMaps Of(IEnumerable<KeyValuePair<string, Meant>> meanings)
    {
        ArgumentNullException.ThrowIfNull(meanings);
        var maps = new ColumnMaps();
        foreach (var (heading, meaning) in meanings)
        {
            maps._meanings[Values.HeadingKey(heading)] = (heading, meaning);
        }
        return maps;
    }

    public Meant? MeaningOf(string heading) => _meanings.TryGetValue(Values.HeadingKey(heading), out var map) ? map.Meaning : null;
}

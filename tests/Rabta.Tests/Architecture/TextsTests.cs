using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rabta.Platform.Language;

namespace Rabta.Tests.Architecture;

/// <summary>Every text is there in every language of the product, and is used.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Pairs() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Code.Root.FullName, "src"), "*Texts.resx", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Code.Root.FullName, f)),
        ];

    [Theory, MemberData(nameof(Pairs))]
    public void Every_language_has_the_same_keys_and_the_forms_of_its_plurals(string path)
    {
        foreach (var language in Composition.Languages.All)
            Assert.Equal(
                PluralKeys.In(Read(path).Keys, language.Plural).Order(),
                Read(
                    language == Composition.Languages.First
                        ? path
                        : path.Replace(".resx", $".{language.Tag}.resx", StringComparison.Ordinal)
                )
                    .Keys.Order()
            );
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Every_text_is_used(string path) => Assert.Empty(Unused(Read(path).Keys, Sources(path)));

    [Theory, MemberData(nameof(Pairs))]
    public void Every_key_that_is_written_out_exists(string path) => Assert.Empty(Missing(Read(path).Keys, Sources(path)));

    [Theory, MemberData(nameof(Pairs))]
    public void Urdu_is_spelt_with_Urdu_letters_and_stops(string path) =>
        Assert.Empty(Read(path.Replace(".resx", ".ur.resx", StringComparison.Ordinal)).Where(t => Wrong().IsMatch(t.Value)));

    [Fact]
    public void A_planted_unused_and_a_planted_missing_text_are_found()
    {
        Assert.Equal(
            ["a", "b.few", "b.one", "b.other", "c.one"],
            PluralKeys
                .In(
                    ["a", "b.one", "b.other", "c.one"],
                    new(n =>
                        n == 1 ? PluralForm.One
                        : n == 2 ? PluralForm.Few
                        : PluralForm.Other
                    )
                )
                .Order()
        );
        Assert.Equal(["never"], Unused(["used", "never"], "T[\"used\"]"));
        Assert.Equal(["gone"], Missing(["used"], "T[\"used\"] T[\"gone\"]"));
    }

    // A key is used where it stands whole, or where a part of it before a dot is completed by code: T[$"turn.{turn}"].
    private static IEnumerable<string> Unused(IEnumerable<string> keys, string sources) =>
        keys.Where(key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal) && !Completed(key, sources));

    private static bool Completed(string key, string sources)
    {
        if (sources.Contains($"\"{Stem(key)}\"", StringComparison.Ordinal))
            return true;
        return Patterns(sources).Any(p => p.IsMatch(key) || p.IsMatch(Stem(key)));
    }

    private static string Stem(string key) => Suffix().Replace(key, "");

    private static readonly Dictionary<string, List<Regex>> Cache = [];

    private static List<Regex> Patterns(string sources)
    {
        lock (Cache)
        {
            if (Cache.TryGetValue(sources, out var known))
                return known;
            var patterns = Interpolated(sources)
                .Where(parts => parts.Count > 1 && parts.Any(p => HasLetters().IsMatch(p)))
                .Select(parts => new Regex($"^{string.Join(".*", parts.Select(Regex.Escape))}$"))
                .ToList();
            return Cache[sources] = patterns;
        }
    }

    /// <summary>The fixed parts of every interpolated string; holes may hold strings of their own.</summary>
    private static IEnumerable<List<string>> Interpolated(string sources)
    {
        for (
            var start = sources.IndexOf("$\"", StringComparison.Ordinal);
            start >= 0;
            start = sources.IndexOf("$\"", start + 2, StringComparison.Ordinal)
        )
        {
            var (parts, depth, from) = (new List<string>(), 0, start + 2);
            var i = from;
            for (; i < sources.Length && (depth > 0 || sources[i] is not ('"' or '\n')); i++)
            {
                if (sources[i] == '{' && depth++ == 0)
                    parts.Add(sources[from..i]);
                else if (sources[i] == '}' && --depth == 0)
                    from = i + 1;
            }
            if (depth == 0)
                parts.Add(sources[from..i]);
            yield return parts;
        }
    }

    private static IEnumerable<string> Missing(IEnumerable<string> keys, string sources)
    {
        var known = keys.ToHashSet();
        return Literal()
            .Matches(sources)
            .Select(m => m.Groups[1].Value)
            .Where(k => !known.Contains(k) && !known.Contains($"{k}.one"))
            .Distinct();
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument
            .Load(Path.Combine(Code.Root.FullName, path))
            .Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Sources(string path)
    {
        var module = path.Split(Path.DirectorySeparatorChar)[2];
        var folder = Path.Combine(Code.Root.FullName, "src", "Rabta", module);
        var here = Directory
            .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal));
        // What pairs wait for, and links on another module's page, are declared by many modules; these complete the keys for all.
        var completing = new[]
        {
            "Mentorships/Waiting/WaitKind.cs",
            "Mentorships/Waiting/ReaderDays.cs",
            "Platform/Design/LinkOn.cs",
        }.Select(f => Path.Combine(Code.Root.FullName, "src", "Rabta", f));
        var sources = here.Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)).Concat(completing);
        return string.Join('\n', sources.Select(File.ReadAllText));
    }

    [GeneratedRegex("""(?<![A-Za-z])(?:T|Say|Plural|texts|Texts)[\[\(]"([a-zA-Z][^"{]*)"[\],\)]""")]
    private static partial Regex Literal();

    [GeneratedRegex("[a-z]{2}")]
    private static partial Regex HasLetters();

    [GeneratedRegex("""\.(zero|one|two|few|many|other|subject|body|line|title|staff)$""")]
    private static partial Regex Suffix();

    [GeneratedRegex("[يكه!?]|[\u0600-\u06FF],")]
    private static partial Regex Wrong();
}

using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Rabta.Platform.Language;

/// <summary>What people wrote in one or several languages: a programme's name, a rule, a question.</summary>
/// <remarks>
/// Keys are language tags. The empty tag holds a text that belongs to no language: a name as the institution writes it, a number. Read in a
/// language that is missing, it falls back to that text, then to English, then to any.
/// </remarks>
public sealed record Several(IReadOnlyDictionary<string, string> Texts)
{
    private const string NoLanguage = "",
        FallBack = "en";

    public static readonly Several Nothing = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    /// <summary>From a text a language; empty ones are left out.</summary>
    public static Several Of(params IEnumerable<(string Tag, string? Text)> texts)
    {
        var given = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, text) in texts)
            if (!string.IsNullOrWhiteSpace(text))
                given[tag] = text.Trim();
        return new Several(given);
    }

    /// <summary>The same for every reader.</summary>
    public static Several Plain(string text) => Of((NoLanguage, text));

    public bool IsEmpty => Texts.Count == 0;

    public string In(CultureInfo culture) =>
        Texts.TryGetValue(culture.Name, out var own) ? own
        : Texts.TryGetValue(NoLanguage, out var same) ? same
        : Texts.TryGetValue(FallBack, out var other) ? other
        : Texts.Values.FirstOrDefault() ?? "";

    /// <summary>What stands one a line, in the reader's language.</summary>
    public string[] Lines => ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The text exactly in this language, or nothing: for editing.</summary>
    public string Only(string language) => Texts.GetValueOrDefault(language, "");

    /// <summary>The same with another text in one language; an empty one is taken out.</summary>
    public Several With(string language, string? text) =>
        Of([.. Texts.Where(t => t.Key != language).Select(t => (t.Key, (string?)t.Value)), (language, text)]);

    public bool Equals(Several? other) => other is not null && Texts.SequenceEqual(other.Texts);

    public override int GetHashCode() => Texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}

/// <summary>Kept as one JSON text, the same on both databases.</summary>
public sealed class SeveralConverter() : ValueConverter<Several, string>(several => Write(several), json => Read(json))
{
    private static string Write(Several several) => JsonSerializer.Serialize(several.Texts);

    private static Several Read(string json) => new(JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!);
}

/// <summary>Several of them, in order, as one JSON text.</summary>
public sealed class SeveralListConverter() : ValueConverter<IReadOnlyList<Several>, string>(several => Write(several), json => Read(json))
{
    public static readonly ValueComparer<IReadOnlyList<Several>> Comparer = new(
        (a, b) => a!.SequenceEqual(b!),
        s => s.Count,
        s => s.ToList()
    );

    private static string Write(IReadOnlyList<Several> several) => JsonSerializer.Serialize(several.Select(one => one.Texts));

    private static IReadOnlyList<Several> Read(string json) =>
        [.. JsonSerializer.Deserialize<List<SortedDictionary<string, string>>>(json)!.Select(texts => new Several(texts))];
}

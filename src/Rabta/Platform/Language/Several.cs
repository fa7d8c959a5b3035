using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Rabta.Platform.Language;

/// <summary>What people wrote in one or several languages: a programme's name, a rule, a question.</summary>
/// <remarks>Keys are language tags ("en", "ur"). Read in a language that is missing, it falls back to English, then to any.</remarks>
public sealed record Several(IReadOnlyDictionary<string, string> Texts)
{
    public static readonly Several Nothing = new(new SortedDictionary<string, string>());

    public static Several Of(string english, string? urdu = null)
    {
        var given = new SortedDictionary<string, string>();
        if (!string.IsNullOrWhiteSpace(english))
            given["en"] = english.Trim();
        if (!string.IsNullOrWhiteSpace(urdu))
            given["ur"] = urdu.Trim();
        return new Several(given);
    }

    /// <summary>A text in the one language it is written in, told by its script.</summary>
    public static implicit operator Several(string text) => text.Any(c => c is >= '\u0600' and <= '\u06FF') ? Of("", text) : Of(text);

    public bool IsEmpty => Texts.Count == 0;

    public string In(CultureInfo culture) =>
        Texts.TryGetValue(culture.TwoLetterISOLanguageName, out var own) ? own
        : Texts.TryGetValue("en", out var english) ? english
        : Texts.Values.FirstOrDefault() ?? "";

    /// <summary>What stands one a line, in the reader's language.</summary>
    public string[] Lines => ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The text exactly in this language, or nothing: for editing.</summary>
    public string Only(string language) => Texts.GetValueOrDefault(language, "");

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

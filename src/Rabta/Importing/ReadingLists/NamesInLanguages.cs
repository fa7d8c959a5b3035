using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>Headings above names in one language, as people write them. A language that has none here is chosen by hand.</summary>
internal static class NamesInLanguages
{
    private static readonly Dictionary<string, string> Known = (
        from entry in new (string Tag, string Headings)[]
        {
            ("ur", "name-urdu|name (urdu)|name urdu|urdu name|name in urdu|full name (urdu)|اردو نام|نام (اردو)|نام اردو|اردو میں نام"),
        }
        from heading in entry.Headings.Split('|')
        select (Key: Values.HeadingKey(heading), entry.Tag)
    )
        .DistinctBy(known => known.Key)
        .ToDictionary(known => known.Key, known => known.Tag, StringComparer.Ordinal);

    /// <param name="key">The heading as headings compare.</param>
    public static string? LanguageOf(string key) => Known.GetValueOrDefault(key);
}

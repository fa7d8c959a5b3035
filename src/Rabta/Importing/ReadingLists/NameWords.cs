using System.Text;
using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// A name as names are compared: without titles, order, case, punctuation and marks. What stands in brackets behind it is kept apart.
/// </summary>
/// <param name="Words">Without titles, as written.</param>
/// <param name="Key">The words in one order: two names with one key are one name.</param>
/// <param name="Aside">What stood in brackets, as texts compare; null where nothing did.</param>
public sealed record NameWords(IReadOnlyList<string> Words, string Key, string? Aside)
{
    private static readonly HashSet<string> Titles = new(
        (
            "DR PROF PROFESSOR DOCTOR MR MRS MS MISS MST SIR MADAM MAAM ENGR ASSOC ASSOCIATE ASST ASSISTANT "
            + "ڈاکٹر پروفیسر محترمہ محترم جناب انجینئر مس مسز مسٹر سر میڈم"
        )
            .Split(' ')
            .Select(TextKey.Of),
        StringComparer.Ordinal
    );

    /// <summary>Titles that people also write behind a name.</summary>
    private static readonly HashSet<string> Behind = new(
        "SIR MADAM MAAM SAHIB SAHIBA صاحب صاحبہ".Split(' ').Select(TextKey.Of),
        StringComparer.Ordinal
    );

    public int Letters { get; } = Words.Sum(word => word.Length);

    /// <summary>The words as one, for names that are written together by some and apart by others.</summary>
    public string Joined { get; } = string.Concat(Words);

    public static NameWords Of(string text)
    {
        var (name, aside) = Apart(TextKey.Of(text));
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name.Append(' '))
        {
            // Vowel marks and apostrophes belong to a word; everything else that is no letter parts two.
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0 && !IsMark(c))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        var bare = WithoutTitles(words);
        return new(bare, string.Join(' ', bare.Order(StringComparer.Ordinal)), aside);
    }

    private static bool IsMark(char c) =>
        c is '\'' or '\u2018' or '\u2019' or '\u02BC' or '`' or '\u00B4'
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static List<string> WithoutTitles(List<string> words)
    {
        var (from, to) = (0, words.Count);
        while (from < to && Titles.Contains(words[from]))
        {
            from++;
        }
        while (to - 1 > from && Behind.Contains(words[to - 1]))
        {
            to--;
        }
        // "Miss" alone is all that is known of her.
        return from == to ? words : words[from..to];
    }

    private static (string Name, string? Aside) Apart(string text)
    {
        var open = text.IndexOfAny(['(', '[']);
        if (open <= 0 || text[^1] is not (')' or ']'))
        {
            return (text, null);
        }
        var aside = text[(open + 1)..^1].Trim();
        return (text[..open], aside.Length > 0 ? aside : null);
    }
}

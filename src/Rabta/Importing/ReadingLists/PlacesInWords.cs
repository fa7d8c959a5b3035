using System.Text.RegularExpressions;
using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>How many mentees somebody takes, as people write it.</summary>
internal static partial class PlacesInWords
{
    private static readonly Dictionary<string, int> Words = new(
        from entry in (
            "NIL NONE NO ZERO - – — N/A NA NULL صفر کوئی_نہیں نہیں|ONE A SINGLE ایک|TWO BOTH دو|THREE تین|FOUR چار|FIVE پانچ|SIX چھ چھے"
            + "|SEVEN سات|EIGHT آٹھ|NINE نو|TEN دس"
        )
            .Split('|')
            .Index()
        from word in entry.Item.Split(' ')
        select KeyValuePair.Create(TextKey.Of(word.Replace('_', ' ')), entry.Index),
        StringComparer.Ordinal
    );

    /// <returns>The number, and whether it was the larger of a range; null where the text can't be understood.</returns>
    public static (int Places, bool IsRange)? Read(string text)
    {
        if (Values.Places(text) is { } plain)
        {
            return (plain, false);
        }
        var key = TextKey.Of(text).Trim('.', ' ');
        if (Words.TryGetValue(key, out var word))
        {
            return (word, false);
        }
        var bare = Around().Replace(key, "").Trim();
        if (
            Range().Match(bare) is { Success: true } range
            && Number(range.Groups[1].Value) is { } one
            && Number(range.Groups[2].Value) is { } other
        )
        {
            return (Math.Max(one, other), true);
        }
        return Number(bare) is { } number ? (number, false) : null;
    }

    private static int? Number(string text) => Values.Places(text) ?? (Words.TryGetValue(text, out var word) ? word : null);

    [GeneratedRegex(
        @"^(UP ?TO|UPTO|MAX(IMUM)?( OF)?|AT MOST|NOT MORE THAN|ONLY|ABOUT|AROUND|زیادہ سے زیادہ|صرف)\s*[:.]?\s*"
            + @"|\s*(STUDENTS?|MENTEES?|PEOPLE|PERSONS?|PLACES?|SEATS?|SLOTS?|MAX(IMUM)?|ONLY|PROTEGES?"
            + @"|شاگرد|طلبہ|طالب علم|لوگ|افراد|جگہیں)\.?$"
    )]
    private static partial Regex Around();

    [GeneratedRegex(@"^(\S+?)\s*(?:-|–|—|\bTO\b|\bOR\b|\bیا\b|\bسے\b|/)\s*(\S+)\z")]
    private static partial Regex Range();
}

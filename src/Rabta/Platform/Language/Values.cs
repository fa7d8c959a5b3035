using System.Globalization;
using System.Text.RegularExpressions;

namespace Rabta.Platform.Language;

/// <summary>How typed values are compared and understood. What was typed is kept beside.</summary>
public static partial class Values
{
    public const int MostPlaces = 50;

    /// <summary>Headings also compare without blanks, lines and dashes.</summary>
    public static string HeadingKey(string heading) =>
        string.Concat(TextKey.Of(heading).Where(c => c is not (' ' or '_' or '-' or '\u2010' or '\u2013' or '\u2014')));

    /// <summary>As typed, without blanks around it; null where only blanks were typed.</summary>
    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What stands for nothing.</summary>
    public static bool IsNone(string text)
    {
        var visible = 0;
        foreach (var c in text)
        {
            // Asked of every cell: most are longer than the longest word for nothing.
            if (!char.IsWhiteSpace(c) && !TextKey.IsInvisible(c) && ++visible > 3)
            {
                return false;
            }
        }
        return visible == 0 || TextKey.Of(text) is "" or "-" or "–" or "—" or "N/A" or "NIL";
    }

    /// <summary>Where a wish is asked for, people also write that anybody will do.</summary>
    public static bool IsNoWish(string text) =>
        IsNobody(text)
        || TextKey.Of(text).TrimEnd('.', '!')
            is "ANY"
                or "ANYONE"
                or "ANY ONE"
                or "ANYBODY"
                or "ANY BODY"
                or "ANY MENTOR"
                or "ANY MENTEE"
                or "ANY OF THEM"
                or "NO PREFERENCE"
                or "NO PREFERENCES"
                or "NO CHOICE"
                or "NO WISH"
                or "NO IDEA"
                or "NOT SURE"
                or "DON'T KNOW"
                or "DON’T KNOW"
                or "DONT KNOW"
                or "I DON'T KNOW"
                or "I DON’T KNOW"
                or "I DONT KNOW"
                or "DOESN'T MATTER"
                or "DOESN’T MATTER"
                or "DOES NOT MATTER"
                or "WHOEVER"
                or "KOI BHI"
                or "KOI BI"
                or "KOI B"
                or "KOI BHI HO"
                or "KISI KO BHI"
                or "KOI NAHI"
                or "کوئی بھی"
                or "کوئی بہی"
                or "کوئی بھی ہو"
                or "کوئی سا بھی"
                or "معلوم نہیں"
                or "پتا نہیں"
                or "پتہ نہیں"
                or "کوئی ترجیح نہیں";

    /// <summary>Where a person is asked for, people also write that there is none.</summary>
    public static bool IsNobody(string text) =>
        IsNone(text) || TextKey.Of(text) is "NONE" or "NO" or "NA" or "NOBODY" or "NO ONE" or "نہیں" or "کوئی نہیں";

    /// <summary>A number that went through a spreadsheet as <c>4.2E+08</c> has lost its digits; <c>21E014</c> is a roll number.</summary>
    public static bool HasLostDigits(string text) => Exponent().IsMatch(TextKey.Of(text));

    /// <summary>Whole places from 0 to 50; <c>3.0</c> is 3.</summary>
    public static int? Places(string text) =>
        decimal.TryParse(TextKey.Of(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var places)
        && places is >= 0 and <= MostPlaces
        && places == decimal.Truncate(places)
            ? (int)places
            : null;

    /// <summary>Whether both parts are meant; null where the text cannot be understood.</summary>
    public static bool? TakesBothRoles(string text)
    {
        if (IsNone(text))
        {
            return false;
        }
        var words = Joints().Replace(TextKey.Of(text), " ").Trim();
        return words switch
        {
            "YES"
            or "Y"
            or "TRUE"
            or "1"
            or "BOTH"
            or "BOTH PARTS"
            or "BOTH MENTOR MENTEE"
            or "MENTOR MENTEE"
            or "MENTEE MENTOR"
            or "MENTORS MENTEES"
            or "ہاں"
            or "جی ہاں"
            or "جی"
            or "دونوں"
            or "مینٹور شاگرد"
            or "شاگرد مینٹور"
            or "مینٹور مینٹی" => true,
            "NO"
            or "N"
            or "FALSE"
            or "0"
            or "MENTOR"
            or "MENTEE"
            or "MENTOR ONLY"
            or "MENTEE ONLY"
            or "MENTORS"
            or "MENTEES"
            or "ONLY MENTOR"
            or "ONLY MENTEE"
            or "نہیں"
            or "جی نہیں"
            or "مینٹور"
            or "شاگرد"
            or "صرف مینٹور"
            or "صرف شاگرد" => false,
            _ => null,
        };
    }

    /// <summary>Dates and times, however written: never a question somebody answered.</summary>
    public static bool IsTimeStamp(string text) => Day().IsMatch(TextKey.Of(text));

    /// <summary>A Pakistani identity card number, with or without its dashes: nothing a mentoring programme needs.</summary>
    public static bool IsIdentityCard(string text) => IdentityCard().IsMatch(TextKey.Of(text));

    [GeneratedRegex(@"^\d{5}[- ]?\d{7}[- ]?\d\z")]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"^[+-]?\d+([.,]\d+)?E[+-]\d+\z")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"\s*(\bAND\b|\bاور\b|[&/,;|+\n،؛])\s*")]
    private static partial Regex Joints();

    [GeneratedRegex(@"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))([T ,].*)?\z")]
    private static partial Regex Day();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rabta.Sheets;

/// <summary>What a cell reads as: numbers in full, dates as ISO, errors as nothing.</summary>
internal static partial class CellTexts
{
    /// <summary>Stands for a formula whose result was never stored; no typed text can hold a zero.</summary>
    public const string NoResult = "\0";

    private static readonly HashSet<string> Errors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A",
        "#NV",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#BUSY!",
        "#GETTING_DATA",
        "#EXTERNAL!",
        "#PYTHON!",
        "#ERROR!",
    };

    public static bool IsError(string text)
    {
        if (text.Length > 20)
        {
            return false;
        }
        var trimmed = text.Trim();
        return Errors.Contains(trimmed) || ErrorNumber().IsMatch(trimmed);
    }

    /// <summary>Removes invisible marks and line breaks from a heading and keeps what a reader sees.</summary>
    public static string Heading(string text)
    {
        if (text == NoResult)
        {
            return "";
        }
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F' or '\u2060')
            {
                continue;
            }
            kept.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }
        return Blanks().Replace(kept.ToString(), " ").Trim();
    }

    /// <summary>Writes a number as the person typed it. Spreadsheets store fifteen digits, and sometimes an exponent.</summary>
    public static string Number(string stored)
    {
        if (PlainWhole().IsMatch(stored))
        {
            return stored;
        }
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return stored;
        }
        var digits = number.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : number.ToString("F0", CultureInfo.InvariantCulture);
    }

    /// <summary>The day numbers of a spreadsheet, counted from 1900 (with the 29 February that never was) or from 1904.</summary>
    public static string Date(string stored, bool from1904, CellFormat format)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days < 0 || days > 2_958_465)
        {
            return Number(stored);
        }
        var whole = Math.Floor(days);
        var seconds = Math.Round((days - whole) * 86_400);
        if (seconds >= 86_400)
        {
            (whole, seconds) = (whole + 1, 0);
        }
        if (format.Kind == CellKind.Time)
        {
            return Time(whole * 86_400 + seconds);
        }
        if (!from1904 && whole < 1)
        {
            return Time(seconds);
        }
        var day = from1904
            ? new DateOnly(1904, 1, 1).AddDays((int)whole)
            : new DateOnly(1899, 12, 30).AddDays((int)whole + (whole < 60 ? 1 : 0));
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return seconds == 0 ? iso : $"{iso}T{Time(seconds)}";
    }

    public static string Emails(int position)
    {
        var letters = "";
        for (var left = position + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }
        return letters;
    }

    /// <summary>Position and row of a reference such as <c>BC12</c>; the row is 0 where it is missing.</summary>
    public static (int Position, int Row) Place(ReadOnlySpan<char> reference)
    {
        int column = 0,
            at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]); at++)
        {
            column = checked((column * 26) + (char.ToUpperInvariant(reference[at]) - 'A' + 1));
        }
        var row = reference[at..];
        return (column - 1, row.IsEmpty ? 0 : int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static string Time(double seconds)
    {
        var (minutes, rest) = Math.DivRem((long)seconds, 60);
        var clock = string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
        return rest == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{clock}:{rest:00}");
    }

    [GeneratedRegex(@"^(Err:\d{3}|#{3,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorNumber();

    [GeneratedRegex(@"^-?[0-9]+\z")]
    private static partial Regex PlainWhole();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Blanks();
}

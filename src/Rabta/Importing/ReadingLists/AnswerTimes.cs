using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>The time at which a form was answered, as forms write it. It only tells which of two answers came later.</summary>
internal static partial class AnswerTimes
{
    /// <returns>Null where the text holds no date.</returns>
    /// <param name="dayFirst">21/11/2026 rather than 11/21/2026, where both could be.</param>
    public static LocalDateTime? Read(string text, bool dayFirst)
    {
        var match = Moment().Match(TextKey.Of(text));
        if (!match.Success)
        {
            return null;
        }
        int Part(string name) => int.Parse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var (year, month, day) = match.Groups["y"].Success
            ? (Part("y"), Part("m"), Part("d"))
            : Ordered(Part("a"), Part("b"), Part("c"), dayFirst);
        var (hour, minute, second) = match.Groups["hh"].Success
            ? (Part("hh"), Part("mm"), match.Groups["ss"].Success ? Part("ss") : 0)
            : (0, 0, 0);
        hour = match.Groups["half"].Value switch
        {
            "PM" when hour < 12 => hour + 12,
            "AM" when hour == 12 => 0,
            _ => hour,
        };
        return
            year is >= 1900 and <= 2200
            && month is >= 1 and <= 12
            && hour < 24
            && minute < 60
            && second < 60
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDateTime(year, month, day, hour, minute, second)
            : null;
    }

    /// <summary>In a column in which some first number is no month, the first is the day.</summary>
    public static bool IsDayFirst(IEnumerable<string> texts) =>
        texts
            .Select(text => Moment().Match(TextKey.Of(text)))
            .Any(m => m.Success && m.Groups["a"].Success && int.Parse(m.Groups["a"].Value, CultureInfo.InvariantCulture) > 12);

    private static (int, int, int) Ordered(int a, int b, int c, bool dayFirst) =>
        (c < 100 ? 2000 + c : c, dayFirst ? b : a, dayFirst ? a : b);

    [GeneratedRegex(
        @"^((?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<c>\d{4}|\d{2}))"
            + @"([T ,]+(?<hh>\d{1,2})[:.](?<mm>\d{2})([:.](?<ss>\d{2}))?(\.\d+)?\s*(?<half>AM|PM)?.*)?\z"
    )]
    private static partial Regex Moment();
}

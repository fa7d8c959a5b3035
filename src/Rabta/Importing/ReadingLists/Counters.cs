using System.Globalization;
using System.Text.RegularExpressions;
using Rabta.Platform.Language;
using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>Columns that number or name rows, or tell how a form was sent. Nobody is alike in those.</summary>
internal static partial class Counters
{
    /// <summary>In a shorter list anything may be different in every row.</summary>
    private const int FewestRows = 5;

    private static readonly HashSet<string> Headings = new(
        (
            "s.no|s no|sno|sr. no|sr no|sr#|s#|sr.|ser|serial|serial no|serial number|#|no|no.|id|response id|responseid|respondent id"
            + "|entry id|submission id|record id|row|row no|token|uuid|guid|score|total score|total points|points|submission status"
            + "|status of submission|response status|ip address|user agent|network id|edit url|quiz feedback|نمبر شمار|سیریل نمبر|شمار"
        )
            .Split('|')
            .Select(Bare),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> States = new(
        "SUBMITTED|EDITED|COMPLETE|COMPLETED|INCOMPLETE|PARTIAL|IN PROGRESS|DRAFT|APPROVED|PENDING|NEW|READ|UNREAD".Split('|'),
        StringComparer.Ordinal
    );

    public static bool IsHeading(string heading) =>
        Headings.Contains(Bare(heading)) || KnownHeadings.IsTimeStamp(Values.HeadingKey(heading));

    /// <summary>By what stands below: numbers or tokens that are all different, times, states of a form.</summary>
    public static bool IsContent(IReadOnlyList<string> values)
    {
        if (values.Count < FewestRows)
        {
            return false;
        }
        var keys = values.Select(TextKey.Of).ToList();
        if (keys.TrueForAll(States.Contains))
        {
            return true;
        }
        if (keys.TrueForAll(Values.IsTimeStamp))
        {
            return true;
        }
        return keys.Distinct(StringComparer.Ordinal).Count() == keys.Count && (keys.TrueForAll(IsNumber) || keys.TrueForAll(IsToken));
    }

    private static bool IsNumber(string key) => decimal.TryParse(key, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsToken(string key) => Token().IsMatch(key);

    private static string Bare(string heading) => Values.HeadingKey(heading).Replace(".", "", StringComparison.Ordinal).TrimEnd(':');

    [GeneratedRegex(@"^(?=.*\d)[A-Z0-9#_\-./:]{2,}\z")]
    private static partial Regex Token();
}

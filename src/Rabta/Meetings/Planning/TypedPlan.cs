using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rabta.Platform.Language;

namespace Rabta.Meetings.Planning;

/// <summary>The fields of the page that offers times, as text: what was typed, or what is likely.</summary>
public sealed record TypedPlan(
    MeetingFormat Format,
    string? Place,
    string? Link,
    string? Message,
    string? Points,
    IReadOnlyList<string> Days,
    IReadOnlyList<string> Times
)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static TypedPlan From(IFormCollection form) =>
        new(
            Enum.TryParse<MeetingFormat>(form["mode"], out var mode) ? mode : default,
            form["place"],
            form["link"],
            form["line"],
            form["points"],
            [.. Enumerable.Range(1, TypedTimes.Most).Select(i => form[$"day-{i}"].ToString())],
            [.. Enumerable.Range(1, TypedTimes.Most).Select(i => form[$"time-{i}"].ToString())]
        );

    /// <summary>
    /// Fills the form from the pair's newest meeting: in the same way as then. After a failed line it suggests the next day at the same
    /// hour, by phone where a number is shared.
    /// </summary>
    public static TypedPlan After(PairNow now, DateTimeZone zone)
    {
        string[] days = ["", "", ""],
            times = ["", "", ""];
        var newest = now.Newest;
        var failed = newest is { State: MeetingState.Over, Outcome: Outcome.ConnectionFailed };
        if (failed && newest!.At is { } at)
        {
            var (then, today) = (at.InZone(zone).LocalDateTime, now.Now.InZone(zone).Date);
            days[0] = LocalDatePattern.Iso.Format(Later(then.Date, today).PlusDays(1));
            times[0] = Clock.Format(then.TimeOfDay);
        }
        var mode =
            now.InPersonOnly ? MeetingFormat.InPerson
            : failed && (now.Pair.Partner.Phone is not null || now.Pair.IShareMyPhone) ? MeetingFormat.Phone
            : newest?.Format ?? MeetingFormat.InPerson;
        return new(mode, newest?.Place, newest?.Link, null, null, days, times);
    }

    /// <summary>The moment of one of the three, where it can be read.</summary>
    public Instant? At(int number, DateTimeZone zone) =>
        Dates.Read(Days[number - 1]) is { } day && Clock.Parse(Times[number - 1]) is { Success: true, Value: var time }
            ? (day + time).InZoneLeniently(zone).ToInstant()
            : null;

    /// <summary>The times that were warned of. "Send anyway" holds for exactly these.</summary>
    public static string Key(IEnumerable<Warning> warnings) =>
        string.Join(' ', warnings.Select(w => $"{w.Key}:{w.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>The revision that the page showed.</summary>
    public static int Seen(IFormCollection form) => int.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;
}

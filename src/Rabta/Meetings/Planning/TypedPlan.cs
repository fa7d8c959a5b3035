using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rabta.Meetings.Links;
using Rabta.Platform.Access;
using Rabta.Platform.Language;

namespace Rabta.Meetings.Planning;

/// <summary>The fields of the page that offers times, as text: what was typed, or what is likely.</summary>
/// <param name="Format">Null where none was chosen.</param>
public sealed record TypedPlan(
    MeetingFormat? Format,
    string? Place,
    string? Link,
    string? Message,
    string? Points,
    IReadOnlyList<string> Days,
    IReadOnlyList<string> Times
)
{
    /// <summary>How many times one offers at once.</summary>
    public const int Most = 3;

    public static IEnumerable<int> Numbers => Enumerable.Range(1, Most);

    public static TypedPlan From(IFormCollection form) =>
        new(
            Enum.TryParse<MeetingFormat>(form["mode"], out var format) && Enum.IsDefined(format) ? format : null,
            form["place"],
            form["link"],
            form["line"],
            form["points"],
            [.. Numbers.Select(i => form[$"day-{i}"].ToString())],
            [.. Numbers.Select(i => form[$"time-{i}"].ToString())]
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
            times[0] = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(then.TimeOfDay);
        }
        var format =
            now.InPersonOnly ? MeetingFormat.InPerson
            : failed && (now.Pair.Partner.Phone is not null || now.Pair.IShareMyPhone) ? MeetingFormat.Phone
            : newest?.Format ?? MeetingFormat.InPerson;
        return new(format, newest?.Place, newest?.Link, null, null, days, times);
    }

    /// <summary>What was typed, read into a suggestion or a reason why not.</summary>
    /// <param name="zone">The zone the person typed in.</param>
    public (Suggestion? Suggestion, Refusal? Why) Read(DateTimeZone zone)
    {
        if (Format is not { } format)
            return (null, new("plan.no-mode"));
        var times = new SortedSet<Instant>();
        foreach (var i in Numbers.Where(i => Days[i - 1].Length > 0 || Times[i - 1].Length > 0))
        {
            if (Days[i - 1].Length == 0 || Times[i - 1].Length == 0)
                return (null, new("plan.half-time", i));
            if (At(i, zone) is not { } at)
                return (null, new("plan.unreadable-time", i));
            times.Add(at);
        }
        if (times.Count == 0)
            return (null, new("plan.no-time"));
        var place = format == MeetingFormat.InPerson ? Values.Trimmed(Place) : null;
        if (format == MeetingFormat.InPerson && place is null)
            return (null, new("plan.no-place"));
        var (link, why) = format == MeetingFormat.Online ? MeetingLink.Read(Link) : (null, null);
        return why is not null
            ? (null, new(why))
            : (new(format, place, link?.Address.AbsoluteUri, Values.Trimmed(Message), [.. times]), null);
    }

    /// <summary>
    /// The moment of one of the three, where it can be read. A time that the clocks skip or repeat becomes the nearest that exists.
    /// </summary>
    public Instant? At(int number, DateTimeZone zone)
    {
        var (day, clock) = (Days[number - 1], Times[number - 1]);
        var (date, time) = (LocalDatePattern.Iso.Parse(day), LocalTimePattern.ExtendedIso.Parse(clock.Length == 5 ? $"{clock}:00" : clock));
        return date.Success && time.Success ? (date.Value + time.Value).InZoneLeniently(zone).ToInstant() : null;
    }

    /// <summary>The times that were warned of. "Send anyway" holds for exactly these.</summary>
    public static string Key(IEnumerable<Warning> warnings) =>
        string.Join(' ', warnings.Select(w => $"{w.Key}:{w.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>The revision that the page showed.</summary>
    public static int Seen(IFormCollection form) => int.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;
}

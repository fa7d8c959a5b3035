using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace Rabta.Platform.Language;

/// <summary>
/// Days and times as people here say them. Urdu has no comma in a date and says the part of the day (glossary, rules 6 and 7).
/// </summary>
public sealed class Dates(IStringLocalizer<PlatformTexts> texts)
{
    /// <summary>A day as browsers send it, for example <c>2026-11-26</c>; null where it is none.</summary>
    public static LocalDate? Read(string? typed) =>
        LocalDatePattern.Iso.Parse(typed?.Trim() ?? "") is { Success: true, Value: var day } ? day : null;

    /// <summary>"Thursday 26 November 2026".</summary>
    public string Day(LocalDate date) => texts["date.full", Weekday(date), date.Day, texts[$"month.{date.Month}"].Value, date.Year];

    /// <summary>"26 November".</summary>
    public string Short(LocalDate date) => texts["date.short", date.Day, texts[$"month.{date.Month}"].Value];

    /// <summary>"26 November, 4:30 pm" or «26 نومبر، شام 4:30 بجے».</summary>
    public string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return texts["date.moment", Short(local.Date), Time(local.TimeOfDay)];
    }

    /// <summary>"Thursday 26 November, 4:30 pm" or «جمعرات 26 نومبر، شام 4:30 بجے».</summary>
    public string DayAndTime(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return texts["date.day-time", Weekday(local.Date), Short(local.Date), Time(local.TimeOfDay)];
    }

    /// <summary>For a sentence: "Thursday at 4:30 pm" within the coming days, with the date further away or past.</summary>
    public string When(Instant instant, Instant now, DateTimeZone zone)
    {
        var (local, today) = (instant.InZone(zone).LocalDateTime, now.InZone(zone).Date);
        var days = Period.DaysBetween(today, local.Date);
        return days is >= 0 and < 7
            ? texts["date.soon", Weekday(local.Date), Time(local.TimeOfDay)]
            : texts["date.when", Weekday(local.Date), Short(local.Date), Time(local.TimeOfDay)];
    }

    public string Weekday(LocalDate date) => texts[$"weekday.{(int)date.DayOfWeek}"];

    public string Time(LocalTime time)
    {
        var clock = Digits.Localized(string.Create(CultureInfo.InvariantCulture, $"{(time.Hour + 11) % 12 + 1}:{time.Minute:00}"));
        return texts[PartOfDay(time.Hour), clock];
    }

    private static string PartOfDay(int hour) =>
        hour switch
        {
            < 4 => "time.night",
            < 12 => "time.morning",
            < 16 => "time.afternoon",
            < 20 => "time.evening",
            _ => "time.night.late",
        };
}

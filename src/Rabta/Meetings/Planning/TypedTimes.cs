using NodaTime;
using NodaTime.Text;
using Rabta.Meetings.Links;
using Rabta.Platform.Access;
using Rabta.Platform.Language;

namespace Rabta.Meetings.Planning;

/// <summary>What someone typed on the page that offers times, read into a suggestion or a reason why not.</summary>
public static class TypedTimes
{
    public const int Most = 3;

    /// <param name="zone">The zone the person typed in. A time that the clocks skip or repeat becomes the nearest that exists.</param>
    public static (Suggestion? Suggestion, Refusal? Why) Read(IFormCollection form, DateTimeZone zone)
    {
        if (!Enum.TryParse<MeetingFormat>(form["mode"], out var mode) || !Enum.IsDefined(mode))
            return (null, new("plan.no-mode"));
        var (times, wrong) = Times(form, zone);
        if (wrong is not null)
            return (null, wrong);
        if (times.Count == 0)
            return (null, new("plan.no-time"));
        var place = Values.Trimmed(form["place"]);
        string? link = null;
        if (mode == MeetingFormat.InPerson && place is null)
            return (null, new("plan.no-place"));
        if (mode == MeetingFormat.Online)
        {
            var (read, why) = MeetingLink.Read(form["link"]);
            if (read is null)
                return (null, new(why!));
            link = read.Address.AbsoluteUri;
        }
        return (new(mode, mode == MeetingFormat.InPerson ? place : null, link, Values.Trimmed(form["line"]), times), null);
    }

    /// <summary>The fields of one time; a day without a time, or the other way round, is asked for.</summary>
    private static (List<Instant> Times, Refusal? Why) Times(IFormCollection form, DateTimeZone zone)
    {
        var times = new SortedSet<Instant>();
        for (var i = 1; i <= Most; i++)
        {
            var (day, clock) = (form[$"day-{i}"].ToString(), form[$"time-{i}"].ToString());
            if (day.Length == 0 && clock.Length == 0)
                continue;
            if (day.Length == 0 || clock.Length == 0)
                return ([], new("plan.half-time", i));
            var (date, time) = (
                LocalDatePattern.Iso.Parse(day),
                LocalTimePattern.ExtendedIso.Parse(clock.Length == 5 ? $"{clock}:00" : clock)
            );
            if (!date.Success || !time.Success)
                return ([], new("plan.unreadable-time", i));
            times.Add((date.Value + time.Value).InZoneLeniently(zone).ToInstant());
        }
        return ([.. times], null);
    }
}

using NodaTime;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Mentorships.Waiting;

/// <summary>Counts days as the reader's calendar has them.</summary>
public sealed class ReaderDays(Zone zone, Dates dates, IClock clock)
{
    public LocalDate Today => Of(clock.GetCurrentInstant());

    public LocalDate Of(Instant at) => at.InZone(zone.OfReader).Date;

    public int Since(Instant at) => Math.Max(0, Period.DaysBetween(Of(at), Today));

    public string Short(Instant at) => dates.Short(Of(at));

    /// <summary>A sentence for today, one for yesterday, one for longer ago.</summary>
    public Words Ago(string key, Instant at, params object[] more) =>
        Since(at) switch
        {
            0 => new($"{key}.today", [0, .. more]),
            1 => new($"{key}.yesterday", [1, .. more]),
            var days => new($"{key}.days", [days, .. more]),
        };
}

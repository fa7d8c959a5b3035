using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace Rabta.Meetings.Calendars;

/// <summary>A meeting as an iCalendar file (RFC 5545). The same meeting keeps its UID; a newer file has a higher SEQUENCE.</summary>
public sealed class CalendarFile(IStringLocalizer<Texts> texts)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Null where no time was ever taken. A meeting that was called off or is being moved gives a cancellation.</summary>
    /// <param name="with">The partner's name, in the reader's language.</param>
    /// <param name="zone">The reader's zone, an IANA name.</param>
    /// <param name="page">Where the meeting stands in Rabta.</param>
    /// <param name="from">
    /// The address that the programme sends mail from. A calendar needs an organizer, and partners do not see each other's addresses.
    /// </param>
    public string? Of(Meeting meeting, string with, string zone, Uri page, string from)
    {
        if (meeting.At is not { } at)
            return null;
        var holds = meeting.State is MeetingState.Planned or MeetingState.Over;
        var start = at.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var calendar = new Ical.Net.Calendar { Method = holds ? "PUBLISH" : "CANCEL", ProductId = "-//Rabta//Meetings//EN" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone, start.PlusYears(-1).ToDateTimeUnspecified(), false));
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"{meeting.Id.Value}@{page.Host}",
                Sequence = meeting.Revision,
                Status = holds ? Ical.Net.EventStatus.Confirmed : Ical.Net.EventStatus.Cancelled,
                Summary = texts["calendar.summary", with],
                Location = Location(meeting),
                Description = $"{page}",
                Start = At(start, zone),
                End = At(start.Plus(NodaTime.Period.FromMinutes((long)Meeting.Length.TotalMinutes)), zone),
                DtStamp = new CalDateTime(meeting.ChangedAt.ToDateTimeUtc(), "UTC"),
                Url = page,
                Organizer = new Organizer($"mailto:{from}") { CommonName = "Rabta" },
            }
        );
        return new CalendarSerializer(calendar).SerializeToString();
    }

    private string Location(Meeting meeting) =>
        meeting.Format switch
        {
            MeetingFormat.InPerson => meeting.Place!,
            MeetingFormat.Online => meeting.Link!,
            _ => texts["mode.Phone"],
        };

    private static CalDateTime At(LocalDateTime time, string zone) => new(time.ToDateTimeUnspecified(), zone);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.Mail;
using Rabta.Platform.Settings;
using Rabta.Platform.Web;

namespace Rabta.Meetings.Calendars;

/// <summary>The calendar file that goes with a mail about a meeting, as the meeting stands when the mail leaves.</summary>
public sealed class AttachCalendar(RabtaDb db, CalendarFile file, CurrentInstitution institution, RabtaSettings settings) : IAttachToEmail
{
    private static readonly HashSet<string> Kinds = [MeetingNews.Planned.Key, MeetingNews.Moved.Key, MeetingNews.Cancelled.Key];

    public async Task<Attachment?> Of(string kind, string path, PersonId to, CultureInfo language, CancellationToken stop)
    {
        if (!Kinds.Contains(kind) || !Guid.TryParse(path.Split('/')[^1], out var id))
            return null;
        var meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == new MeetingId(id), stop);
        return meeting is null ? null : await Of(meeting, to, language, stop);
    }

    /// <summary>For one of the two; null where no time was taken.</summary>
    public async Task<Attachment?> Of(Meeting meeting, PersonId to, CultureInfo language, CancellationToken stop)
    {
        var pair = await db.Mentorships.AsNoTracking().SingleAsync(m => m.Id == meeting.MentorshipId, stop);
        var partner = await db.People.AsNoTracking().SingleAsync(p => p.Id == pair.Other(to), stop);
        var zone = Zone.Of(await db.People.Where(p => p.Id == to).Select(p => p.Zone).SingleAsync(stop), institution.Found);
        var page = new Uri(settings.PublicAddress ?? new Uri("https://rabta.invalid"), $"/meetings/{meeting.Id.Value}");
        var text = Languages.In(language, () => file.Of(meeting, partner.NameIn(language), zone.Id, page, settings.MailFrom));
        return text is null ? null : new("meeting.ics", CalendarFile.ContentType, text);
    }
}

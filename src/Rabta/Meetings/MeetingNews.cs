using NodaTime;
using Rabta.People;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Platform.Web;

namespace Rabta.Meetings;

/// <summary>
/// News about meetings. Values: who did it; then, where there is one, the time in the reader's zone.
/// </summary>
public static class MeetingNews
{
    public static readonly NoticeKind Proposed = new("meeting.proposed", typeof(Texts), ByMail: true);
    public static readonly NoticeKind OtherTimes = new("meeting.other-times", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Planned = new("meeting.planned", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Declined = new("meeting.declined", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Withdrawn = new("meeting.withdrawn", typeof(Texts), ByMail: false);
    public static readonly NoticeKind Moved = new("meeting.moved", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Cancelled = new("meeting.cancelled", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Late = new("meeting.late", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Told = new("meeting.told", typeof(Texts), ByMail: false);
    public static readonly NoticeKind Differently = new("meeting.differently", typeof(Texts), ByMail: true);

    /// <summary>The first point of a day is sent by mail, so that a shy question is noticed.</summary>
    public static readonly NoticeKind PointAdded = new("point.added", typeof(Texts), ByMail: true);
    public static readonly NoticeKind AnotherPoint = new("point.another", typeof(Texts), ByMail: false);
    public static readonly NoticeKind NoteShared = new("note.shared", typeof(Texts), ByMail: false);

    /// <summary>Gentle notes from a coordinator. Values: the partners' names twice, the programme twice.</summary>
    public static readonly NoticeKind RemindMeet = new("remind.meet", typeof(Texts), ByMail: true);
    public static readonly NoticeKind RemindConnection = new("remind.line", typeof(Texts), ByMail: true);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        Proposed,
        OtherTimes,
        Planned,
        Declined,
        Withdrawn,
        Moved,
        Cancelled,
        Late,
        Told,
        Differently,
        PointAdded,
        AnotherPoint,
        NoteShared,
        RemindMeet,
        RemindConnection,
    ];
}

/// <summary>Tells one of the two what the other did.</summary>
public sealed class NotifyPartner(INotify notify, CurrentInstitution institution, Languages languages, Dates dates)
{
    public void Run(NoticeKind kind, Person by, Person to, string path, Instant now, Instant? at = null)
    {
        var zone = Zone.Of(to.Zone, institution.Found);
        IReadOnlyList<Several> times = at is { } time ? [languages.Each(() => dates.DayAndTime(time, zone))] : [];
        notify.Notify(new(kind, to.Id, [by.EveryName, .. times], path, now));
    }
}

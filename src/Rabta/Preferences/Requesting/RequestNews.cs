using Rabta.Platform.News;

namespace Rabta.Preferences.Requesting;

/// <summary>News about requests. Values: the other's name in both scripts. What was written stays inside; the mail leads to it.</summary>
public static class RequestNews
{
    public static readonly NoticeKind Asked = new("request.asked", typeof(Texts), ByMail: true) { LetsIn = true };
    public static readonly NoticeKind Reminder = new("request.reminder", typeof(Texts), ByMail: true) { LetsIn = true };
    public static readonly NoticeKind Accepted = new("request.accepted", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Declined = new("request.declined", typeof(Texts), ByMail: true);
    public static readonly NoticeKind Withdrawn = new("request.withdrawn", typeof(Texts), ByMail: false);
    public static readonly NoticeKind ClosedForMentee = new("request.closed.mentee", typeof(Texts), ByMail: true);
    public static readonly NoticeKind ClosedForMentor = new("request.closed.mentor", typeof(Texts), ByMail: true);

    /// <summary>To the other mentors a mentee had asked.</summary>
    public static readonly NoticeKind HasMentor = new("request.has-mentor", typeof(Texts), ByMail: true);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        Asked,
        Reminder,
        Accepted,
        Declined,
        Withdrawn,
        ClosedForMentee,
        ClosedForMentor,
        HasMentor,
    ];
}

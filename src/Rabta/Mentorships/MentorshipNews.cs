using Rabta.Platform.News;

namespace Rabta.Mentorships;

/// <summary>News about pairs. A name travels in all its scripts.</summary>
public static class MentorshipNews
{
    /// <summary>Values: the mentor, the programme.</summary>
    public static readonly NoticeKind BeganForMentee = new("began.mentee", typeof(Texts), ByMail: true) { LetsIn = true };

    /// <summary>Values: the mentees' names, the programme, how many.</summary>
    public static readonly NoticeKind BeganForMentor = new("began.mentor", typeof(Texts), ByMail: true) { LetsIn = true };

    /// <summary>Values: the partner, the programme.</summary>
    public static readonly NoticeKind Ended = new("ended", typeof(Texts), ByMail: true);

    /// <summary>Values: the partner. Shown in the list only; no mail is sent for it.</summary>
    public static readonly NoticeKind PartnerAccepted = new("partner-accepted", typeof(Texts), ByMail: false);

    /// <summary>Values: the programme.</summary>
    public static readonly NoticeKind RulesChanged = new("rules-changed", typeof(Texts), ByMail: true);

    /// <summary>To coordinators. Values: who asked.</summary>
    public static readonly NoticeKind ChangeAsked = new("change-asked", typeof(Texts), ByMail: true);

    /// <summary>To coordinators. Values: who said it.</summary>
    public static readonly NoticeKind CantTakeOn = new("cant-take-on", typeof(Texts), ByMail: true);

    /// <summary>A gentle note from a coordinator. Values: the partners' names, the programme.</summary>
    public static readonly NoticeKind RemindAccept = new("remind.accept", typeof(Texts), ByMail: true) { LetsIn = true };

    /// <summary>Values: the partner, the last day they are away.</summary>
    public static readonly NoticeKind PartnerAway = new("away.partner", typeof(Texts), ByMail: true);

    /// <summary>Values: the partner. Shown in the list only.</summary>
    public static readonly NoticeKind PartnerBack = new("away.partner-back", typeof(Texts), ByMail: false);

    /// <summary>To whoever no longer takes part. Values: the programme.</summary>
    public static readonly NoticeKind Left = new("left", typeof(Texts), ByMail: true);

    /// <summary>To coordinators. Values: who left by themselves, the programme.</summary>
    public static readonly NoticeKind SomebodyLeft = new("somebody-left", typeof(Texts), ByMail: true);

    /// <summary>To coordinators. Values: the mentor, how many mentees.</summary>
    public static readonly NoticeKind MentorStops = new("mentor-stops", typeof(Texts), ByMail: true);

    public static readonly IReadOnlyList<NoticeKind> All =
    [
        BeganForMentee,
        BeganForMentor,
        Ended,
        PartnerAccepted,
        RulesChanged,
        ChangeAsked,
        CantTakeOn,
        RemindAccept,
        PartnerAway,
        PartnerBack,
        Left,
        SomebodyLeft,
        MentorStops,
    ];
}

using System.Globalization;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.News;

namespace Rabta.Mentorships;

/// <summary>News about pairs. A name travels in both scripts: {0} for English, {1} for Urdu.</summary>
public static class MentorshipNews
{
    /// <summary>Values: the mentor twice, the programme twice.</summary>
    public static readonly NoticeKind BeganForMentee = new("began.mentee", typeof(Texts), ByMail: true) { LetsIn = true };

    /// <summary>Values: the mentees' names twice, the programme twice, how many.</summary>
    public static readonly NoticeKind BeganForMentor = new("began.mentor", typeof(Texts), ByMail: true) { LetsIn = true };

    /// <summary>Values: the partner twice, the programme twice.</summary>
    public static readonly NoticeKind Ended = new("ended", typeof(Texts), ByMail: true);

    /// <summary>Values: the partner twice. Shown in the list only; no mail is sent for it.</summary>
    public static readonly NoticeKind PartnerAccepted = new("partner-accepted", typeof(Texts), ByMail: false);

    /// <summary>Values: the programme twice.</summary>
    public static readonly NoticeKind RulesChanged = new("rules-changed", typeof(Texts), ByMail: true);

    /// <summary>To coordinators. Values: who asked, twice.</summary>
    public static readonly NoticeKind ChangeAsked = new("change-asked", typeof(Texts), ByMail: true);

    /// <summary>To coordinators. Values: who said it, twice.</summary>
    public static readonly NoticeKind CantTakeOn = new("cant-take-on", typeof(Texts), ByMail: true);

    /// <summary>A gentle note from a coordinator. Values: the partners' names twice, the programme twice.</summary>
    public static readonly NoticeKind RemindAccept = new("remind.accept", typeof(Texts), ByMail: true) { LetsIn = true };

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
    ];

    public static IReadOnlyList<string> Twice(Person person) => [person.Name, person.NameUrdu ?? person.Name];

    public static IReadOnlyList<string> Twice(Rabta.Platform.Language.Several text) =>
        [text.In(CultureInfo.GetCultureInfo("en")), text.In(CultureInfo.GetCultureInfo("ur"))];
}

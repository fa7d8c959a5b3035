using Rabta.Platform.News;

namespace Rabta.Care;

/// <summary>News from a coordinator who takes care of a pair.</summary>
public static class CareNews
{
    /// <summary>Gentle notes from a coordinator. Values: the partners' names twice, the programme twice.</summary>
    public static readonly NoticeKind RemindAccept = new("remind.accept", typeof(Texts), ByMail: true) { LetsIn = true };
    public static readonly NoticeKind RemindMeet = new("remind.meet", typeof(Texts), ByMail: true);
    public static readonly NoticeKind RemindLine = new("remind.line", typeof(Texts), ByMail: true);
    public static readonly NoticeKind RemindGoal = new("remind.goal", typeof(Texts), ByMail: true);

    /// <summary>Values: the partner twice, why. The reason stays inside: the mail leads to it.</summary>
    public static readonly NoticeKind Waived = new("waived", typeof(Texts), ByMail: true);

    public static readonly IReadOnlyList<NoticeKind> All = [RemindAccept, RemindMeet, RemindLine, RemindGoal, Waived];
}

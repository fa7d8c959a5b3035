using Rabta.Platform.News;

namespace Rabta.Goals;

/// <summary>News about goals: who did something, and never what the goal says.</summary>
public static class GoalNews
{
    /// <summary>To the mentee, by the mentor.</summary>
    public static readonly NoticeKind Suggested = new("goal.suggested", typeof(Texts), ByMail: true);

    /// <summary>To the mentor. This and the following are shown in the list only; no mail is sent for them.</summary>
    public static readonly NoticeKind Written = new("goal.written", typeof(Texts), ByMail: false);

    public static readonly NoticeKind Done = new("goal.done", typeof(Texts), ByMail: false);

    /// <summary>To the other of the two.</summary>
    public static readonly NoticeKind Commented = new("goal.commented", typeof(Texts), ByMail: false);

    /// <summary>To the mentor.</summary>
    public static readonly NoticeKind Taken = new("suggestion.taken", typeof(Texts), ByMail: false);

    /// <summary>A gentle note from a coordinator. Values: the partners' names twice, the programme twice.</summary>
    public static readonly NoticeKind RemindGoal = new("remind.goal", typeof(Texts), ByMail: true);

    public static readonly IReadOnlyList<NoticeKind> All = [Suggested, Written, Done, Commented, Taken, RemindGoal];
}

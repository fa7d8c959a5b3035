using Rabta.Platform.News;

namespace Rabta.Care;

/// <summary>News from a coordinator who takes care of a pair. Gentle reminders are news of the module whose wait they are about.</summary>
public static class CareNews
{
    /// <summary>Values: the partner twice, why. The reason stays inside: the mail leads to it.</summary>
    public static readonly NoticeKind Waived = new("waived", typeof(Texts), ByMail: true);

    public static readonly IReadOnlyList<NoticeKind> All = [Waived];
}

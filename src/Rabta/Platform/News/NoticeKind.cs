using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Language;

namespace Rabta.Platform.News;

/// <summary>
/// What kind of news this is. A module declares its kinds; the module that fulfils <see cref="INotify"/> decides how they are sent.
/// </summary>
/// <param name="Key">
/// For example <c>mentorship.began</c>; the texts are <c>Key.subject</c>, <c>Key.body</c> and, in the list, <c>Key.line</c>.
/// </param>
/// <param name="Texts">The module's marker type; the sentences come from its resources.</param>
/// <param name="ByMail">It is worth a mail; otherwise it waits in the list.</param>
public sealed record NoticeKind(string Key, Type Texts, bool ByMail)
{
    /// <summary>The mail is a way in for the next ten minutes, and the list does not show it.</summary>
    public bool IsSignIn { get; init; }

    /// <summary>
    /// For thirty days the mail signs in a person who has never signed in. Only kinds that ask for something important do so; every other
    /// mail leads to the sign-in page.
    /// </summary>
    public bool LetsIn { get; init; }

    /// <param name="wasHere">The reader has signed in before.</param>
    public bool CarriesWayIn(bool wasHere) => IsSignIn || (LetsIn && !wasHere);
}

/// <summary>One piece of news for one person.</summary>
/// <param name="Values">What the sentences name: {0} is the first. A sentence in one language takes each value in that language.</param>
/// <param name="Path">Where it leads, for example <c>/mentorships/…</c>.</param>
/// <param name="NotBefore">The outside world hears nothing before this moment.</param>
/// <param name="Batch">What it can be taken back with.</param>
public sealed record News(NoticeKind Kind, PersonId To, IReadOnlyList<Several> Values, string Path, Instant NotBefore, Guid? Batch = null);

public interface INotify
{
    /// <summary>Stores the news in the caller's transaction: it is told if that is committed, and only then.</summary>
    void Notify(News news);

    /// <summary>Takes back the mails of this batch that have not left yet. Returns how many people had already been told.</summary>
    Task<int> TakeBack(Guid batch, CancellationToken stop);
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Mail;
using Rabta.Platform.News;
using Rabta.Platform.Settings;

namespace Rabta.Notifications.Sending;

/// <summary>Writes the mail of a notice as it leaves: in the reader's language, or in two while they have not chosen one.</summary>
public sealed class WriteEmail(
    RabtaDb db,
    CurrentInstitution institution,
    IServiceProvider services,
    IEnumerable<NoticeKind> kinds,
    IEnumerable<IAttachToEmail> enclosing,
    IEnumerable<IMakeLink> links,
    IStringLocalizer<Texts> texts,
    Languages languages,
    RabtaSettings settings,
    IClock clock
)
{
    public async Task<Email> Write(Notice notice, Person to, CancellationToken stop)
    {
        var kind = kinds.Single(k => k.Key == notice.Kind);
        string? own = null;
        foreach (var one in links)
            own ??= await one.Of(notice.Kind, notice.Path, stop);
        var link = own is null ? await Link(kind, notice, to, stop) : settings.PublicAddress!.GetLeftPart(UriPartial.Authority) + own;
        var read = Read(to);
        var subject = string.Join(" · ", read.Select(l => Languages.In(l, () => Subject(kind, notice))));
        var body = string.Join("\n\n— — —\n\n", read.Select(l => Languages.In(l, () => Body(kind, notice, to, link, own is not null))));
        Attachment? with = null;
        foreach (var one in enclosing)
            with ??= await one.Of(notice.Kind, notice.Path, to.Id, read[0], stop);
        return new Email(notice.Id.Value, notice.To ?? to.Address!, to.Name, subject, body + "\n", with)
        {
            FromName = institution.Found!.Sender,
            ReplyTo = institution.Found!.ReplyTo,
        };
    }

    // Two languages at most: nobody scrolls through five to find their own. Whoever has not chosen yet reads those that the institution
    // writes in, else the first two in the list, and chooses when they sign in.
    private IReadOnlyList<CultureInfo> Read(Person to) =>
        languages.Culture(to.Language, settings.PseudoLanguage) is { } chosen ? [chosen] : [.. Usual().Select(l => l.Culture)];

    private IEnumerable<Language> Usual()
    {
        List<Language> chosen = [.. institution.Found!.MailLanguages.Select(languages.Find).OfType<Language>()];
        return chosen.Count > 0 ? chosen : languages.All.Take(2);
    }

    private string Subject(NoticeKind kind, Notice notice) => services.TextsOf(kind.Texts)[$"{kind.Key}.subject", [.. notice.Values]];

    private string Body(NoticeKind kind, Notice notice, Person to, string link, bool own) =>
        string.Join(
            "\n\n",
            new[]
            {
                texts["letter.hello", to.DisplayName].Value,
                services.TextsOf(kind.Texts)[$"{kind.Key}.body", [.. notice.Values]].Value,
                link,
                texts[
                    own ? "letter.one-thing"
                    : kind.IsSignIn ? "letter.ten-minutes"
                    : kind.CarriesWayIn(to.FirstSignedIn is not null) ? "letter.thirty-days"
                    : "letter.sign-in"
                ].Value,
                institution.Found!.IsInvented ? texts["letter.invented"].Value : null,
                institution.Found!.Name.In(CultureInfo.CurrentUICulture),
            }.OfType<string>()
        );

    // The mail has a sign-in link only where its kind says so: such a link can be forwarded, or read over a shoulder.
    private async Task<string> Link(NoticeKind kind, Notice notice, Person to, CancellationToken stop)
    {
        var address = settings.PublicAddress!.GetLeftPart(UriPartial.Authority);
        if (!kind.CarriesWayIn(to.FirstSignedIn is not null))
            return address + notice.Path;
        var (link, secret) = SignInLink.Make(to.Id, kind.IsSignIn ? LinkFor.Asked : LinkFor.Invitation, clock.GetCurrentInstant());
        await using var write = await db.BeginAside(new NotJournaled("A mail is written anew at every try, and its link with it."), stop);
        db.Add(link);
        await write.Commit(stop);
        return $"{address}/in/{secret}?to={Uri.EscapeDataString(notice.Path)}";
    }
}

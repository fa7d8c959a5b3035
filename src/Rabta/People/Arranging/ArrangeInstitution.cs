using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Once;

namespace Rabta.People.Arranging;

/// <summary>Everything a coordinator says about the institution.</summary>
/// <param name="MailLanguages">Tags, for people who have not chosen a language. None: the first two of the server.</param>
public sealed record InstitutionTyped(
    Several Name,
    string? Zone,
    string? Sender,
    string? ReplyTo,
    string? Helpline,
    IReadOnlyList<string> MailLanguages,
    string? Seen
);

/// <summary>A coordinator says what the institution is called, which clock it goes by, and how its mails are signed.</summary>
public sealed class ArrangeInstitution(RabtaDb db, CurrentInstitution current, Languages languages, JournalOf journal)
{
    public const int MostMailLanguages = 2;

    /// <summary>What the form shows, in short.</summary>
    public static string Seen(Institution shown) =>
        AsSeen.Of([shown.Name, shown.Zone, shown.Sender, shown.ReplyTo, shown.Helpline, string.Join(' ', shown.MailLanguages)]);

    public async Task<Refusal?> Run(InstitutionTyped typed, PersonId by, CancellationToken stop)
    {
        if (typed.Name.IsEmpty)
            return new("institution.no-name");
        var zone = Values.Trimmed(typed.Zone);
        if (zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            return new("me.bad-zone");
        var replyTo = Values.Trimmed(typed.ReplyTo);
        if (replyTo is not null && MailAddress.Read(replyTo) is null)
            return new("institution.bad-reply");
        List<string> tags = [.. typed.MailLanguages.Where(t => languages.Find(t) is not null).Distinct()];
        if (tags.Count > MostMailLanguages)
            return new("institution.many-languages", MostMailLanguages);
        await using var write = await db.BeginWrite(JournalKinds.InstitutionArranged, stop);
        await db.HoldLock(db.Institution!.Value.Value, stop);
        var institution = await db.Institutions.SingleAsync(i => i.Id == current.Found!.Id, stop);
        if (typed.Seen is not null && typed.Seen != Seen(institution))
            return new("institution.changed");
        institution.Name = typed.Name;
        institution.Zone = zone;
        (institution.Sender, institution.ReplyTo) = (Values.Trimmed(typed.Sender), replyTo);
        (institution.Helpline, institution.MailLanguages) = (Values.Trimmed(typed.Helpline), tags);
        if (!db.ChangeTracker.HasChanges())
            return null;
        journal.Note(JournalKinds.InstitutionArranged, institution.Id.Value, by);
        await write.Commit(stop);
        current.Use(institution);
        return null;
    }
}

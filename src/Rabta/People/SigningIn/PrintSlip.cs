using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.People.SigningIn;

/// <summary>
/// A slip of paper for someone without e-mail: a code that lets them in once. An older slip stops working, and they are told.
/// </summary>
public sealed class PrintSlip(RabtaDb db, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<string?> Run(PersonId person, PersonId by, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await using var write = await db.BeginWrite(JournalKinds.SlipPrinted, stop);
        if (!await db.People.AnyAsync(p => p.Id == person, stop))
            return null;
        await db
            .SignInLinks.Where(l => l.PersonId == person && l.Purpose == LinkFor.Slip && l.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), stop);
        var (link, secret) = SignInLink.Make(person, LinkFor.Slip, now);
        db.Add(link);
        journal.Note(JournalKinds.SlipPrinted, person, by, onBehalfOf: person);
        notify.Notify(new(SignInNews.SlipPrinted, person, [], "/more", now));
        await write.Commit(stop);
        return secret;
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>Spends a link or a slip's code, by a button, never by a visit: mail scanners follow links.</summary>
public sealed class UseLink(RabtaDb db, UserManager<Account> accounts, SignInManager<Account> door, JournalOf journal, IClock clock)
{
    /// <summary>Looks without spending: null where the link is unknown.</summary>
    public async Task<(SignInLink Link, Person Person)?> Look(string secret, CancellationToken stop)
    {
        var hash = SignInLink.HashOf(secret);
        var people = db.People;
        var found = await db
            .SignInLinks.Where(l => l.Hash == hash)
            .Join(people, l => l.PersonId, p => p.Id, (l, p) => new { l, p })
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);
        return found is null ? null : (found.l, found.p);
    }

    public async Task<Refusal?> Run(string secret, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (await Look(secret, stop) is not var (link, _))
            return new("link.unknown");
        if (link.Purpose != LinkFor.Demo)
        {
            if (link.UsedAt is not null)
                return new("link.used");
            if (!link.IsOpen(now))
                return new("link.expired");
        }
        await using var write = await db.BeginWrite(JournalKinds.SessionBegun, stop);
        // The condition in the update decides who was first when two press at once.
        var spent = await db
            .SignInLinks.Where(l => l.Id == link.Id && (l.UsedAt == null || l.Purpose == LinkFor.Demo))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), stop);
        if (spent != 1)
            return new("link.used");
        var person = await db.People.SingleAsync(p => p.Id == link.PersonId, stop);
        person.FirstSignedIn ??= now;
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == person.Id, stop);
        if (account is null)
        {
            account = new Account { Id = Ids.New<AccountId>(), PersonId = person.Id };
            account.UserName = account.Id.ToString();
            var made = await accounts.CreateAsync(account);
            if (!made.Succeeded)
                throw new InvalidOperationException(made.ToString());
            journal.Note(JournalKinds.AccountMade, person.Id, person.Id);
        }
        await door.SignInAsync(account, isPersistent: true);
        await write.Commit(stop);
        return null;
    }
}

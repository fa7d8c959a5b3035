using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>Signs in by password. A wrong address and a wrong password get the same refusal, after the same work.</summary>
public sealed class UsePassword(RabtaDb db, SignInRateLimit limits, SignInManager<Account> door, IPasswordHasher<Account> hasher)
{
    public async Task<Refusal?> Run(string? address, string? password, string? place, CancellationToken stop)
    {
        var key = Person.KeyOf(address);
        if (string.IsNullOrEmpty(key) || string.IsNullOrEmpty(password))
            return new("password.both");
        if (!await limits.Knock(key, place, stop))
            return new("sign-in.too-often");
        var people = db.People;
        var account = await db
            .Accounts.Join(people, a => a.PersonId, p => p.Id, (a, p) => new { a, p })
            .Where(x => x.p.AddressKey == key)
            .Select(x => x.a)
            .FirstOrDefaultAsync(stop);
        if (account?.PasswordHash is null)
        {
            hasher.HashPassword(new Account(), password);
            return new("password.wrong");
        }
        SignInResult result;
        await using (
            var write = await db.BeginAside(new NotJournaled("How often in a row a password was wrong is counted with the account."), stop)
        )
        {
            result = await door.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
            await write.Commit(stop);
        }
        if (!result.Succeeded)
            return new("password.wrong");
        await door.SignInAsync(account, isPersistent: true);
        return null;
    }
}

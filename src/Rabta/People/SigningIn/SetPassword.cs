using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>A password for those who want one. Long beats odd: ten characters, anything.</summary>
public sealed class SetPassword(RabtaDb db, UserManager<Account> accounts, JournalOf journal)
{
    public const int MinLength = 10;

    public async Task<Refusal?> Run(PersonId person, string? password, CancellationToken stop)
    {
        if (password is null || password.Length < MinLength)
            return new("password.short", MinLength);
        await using var write = await db.BeginWrite(JournalKinds.PasswordSet, stop);
        var account = await db.Accounts.SingleAsync(a => a.PersonId == person, stop);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        journal.Note(JournalKinds.PasswordSet, person, person);
        await write.Commit(stop);
        return null;
    }
}

/// <summary>Ends one of one's own sessions.</summary>
public sealed class EndSession(RabtaDb db, JournalOf journal)
{
    public async Task Run(PersonId person, Guid session, CancellationToken stop)
    {
        var id = new SessionId(session);
        await using var write = await db.BeginWrite(JournalKinds.SessionEnded, stop);
        var ended = await db.Devices.Where(d => d.Id == id && d.PersonId == person).ExecuteDeleteAsync(stop);
        if (ended > 0)
            journal.Note(JournalKinds.SessionEnded, person, person);
        await write.Commit(stop);
    }
}

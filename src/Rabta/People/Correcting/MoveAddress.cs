using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;

namespace Rabta.People.Correcting;

/// <summary>A person's mail goes elsewhere from now on.</summary>
/// <param name="Before">The address until now; null where there was none.</param>
public sealed record AddressChanged(Person Person, string? Before);

/// <summary>
/// Gives a person another address: every session and every link that was sent to the old one ends, and both addresses are told. Within the
/// caller's transaction.
/// </summary>
public sealed class MoveAddress(RabtaDb db, EndSessions sessions, Events events, JournalOf journal, IClock clock)
{
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> Run(Person person, string? to, PersonId? by, CancellationToken stop)
    {
        var before = person.Address;
        if (before == to)
            return false;
        var isElsewhere = Person.KeyOf(to) != person.AddressKey;
        person.MoveTo(to);
        journal.Note(JournalKinds.PersonCorrected, person.Id, by, after: nameof(Person.Address));
        // Another way to write the same address is no other mailbox.
        if (!isElsewhere)
            return true;
        await sessions.Run(person.Id, by, stop);
        var now = clock.GetCurrentInstant();
        await db
            .SignInLinks.Where(l => l.PersonId == person.Id && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), stop);
        await events.Publish(new AddressChanged(person, before), stop);
        return true;
    }
}

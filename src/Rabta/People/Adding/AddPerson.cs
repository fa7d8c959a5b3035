using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.Adding;

/// <summary>Adds one person by hand and makes a link that lets them in. The same address again gives the same person a new link.</summary>
public sealed class AddPerson(RabtaDb db, JournalOf journal, IClock clock)
{
    public async Task<(PersonId Person, string Secret, Refusal? Refusal)> Run(
        string name,
        string? address,
        bool coordinator,
        CancellationToken stop
    )
    {
        if (string.IsNullOrWhiteSpace(name))
            return (default, "", new("me.no-name"));
        var key = Person.KeyOf(address);
        if (key is not null && (key.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || key.Contains(' ')))
            return (default, "", new("sign-in.bad-address"));
        await using var write = await db.BeginWrite(JournalKinds.LinkMade, stop);
        var person = key is null ? null : await db.People.FirstOrDefaultAsync(p => p.AddressKey == key, stop);
        // Another name under a known address is another person: the link would let them in as somebody else.
        if (person is not null && !person.IsCalled(name))
            return (default, "", new("person.address-of", person.DisplayName));
        if (person is null)
        {
            person = new Person(name.Trim(), address);
            db.Add(person);
            journal.Note(JournalKinds.PersonAdded, person.Id, null);
        }
        if (coordinator && !person.IsStaff)
        {
            person.Duties |= Duties.Coordinator;
            journal.Note(JournalKinds.DutyGiven, person.Id, null, after: nameof(Duties.Coordinator));
        }
        var (link, secret) = SignInLink.Make(person.Id, LinkFor.Invitation, clock.GetCurrentInstant());
        db.Add(link);
        journal.Note(JournalKinds.LinkMade, person.Id, null);
        await write.Commit(stop);
        return (person.Id, secret, null);
    }
}

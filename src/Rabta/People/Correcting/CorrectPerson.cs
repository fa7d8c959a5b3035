using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Once;

namespace Rabta.People.Correcting;

/// <summary>What a coordinator typed about a person.</summary>
/// <param name="Seen">What the form had shown: see <see cref="CorrectPerson.Seen"/>.</param>
/// <param name="Fields">The whole form, for modules that have fields of their own in it.</param>
public sealed record TypedPerson(
    string? Name,
    Several Names,
    string? Number,
    string? Address,
    string? Phone,
    string? Zone,
    string? Seen,
    IFormCollection? Fields = null
);

/// <summary>
/// A coordinator saves a person. A module whose fields stood in the form keeps them in the same transaction, or refuses for all of it.
/// </summary>
public sealed record PersonCorrected(Person Person, IFormCollection Fields, PersonId By)
{
    /// <summary>Why a module refused, in a text of its own, and that module's texts.</summary>
    public (Refusal Why, Type Texts)? Refused { get; set; }

    /// <summary>A module changed something, and noted it.</summary>
    public bool HasChanged { get; set; }
}

/// <summary>
/// A coordinator corrects what the institution knows of a person. Another address ends every session and every link that was sent to the
/// old one, and both addresses are told. A later import leaves alone what was corrected here.
/// </summary>
public sealed class CorrectPerson(RabtaDb db, MoveAddress move, Events events, JournalOf journal)
{
    /// <summary>What is shown of a person, in short.</summary>
    public static string Seen(Person person) =>
        AsSeen.Of(person.Name, person.Names, person.Number, person.Address, person.Phone, person.Zone);

    /// <returns>The texts are of this module unless another is named.</returns>
    public async Task<(Refusal? Why, Type? Texts)> Run(PersonId id, TypedPerson typed, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.PersonCorrected, stop);
        await db.HoldLock(id.Value, stop);
        if (await db.People.FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
            return (new("person.gone"), null);
        if (typed.Seen is not null && typed.Seen != Seen(person))
            return (new("person.changed"), null);
        if (await Wrong(person, typed, stop) is { } wrong)
            return (wrong, null);
        var changed = Fields(person, typed, by);
        changed |= await move.Run(person, Values.Trimmed(typed.Address) is { } address ? MailAddress.Read(address)!.Text : null, by, stop);
        if (typed.Fields is { } fields)
        {
            var told = new PersonCorrected(person, fields, by);
            await events.Publish(told, stop);
            if (told.Refused is { } refused)
                return (refused.Why, refused.Texts);
            // The module notes what it changed; here it is noted that this person was corrected at all.
            if (told.HasChanged && !changed)
                journal.Note(JournalKinds.PersonCorrected, person.Id, by);
            changed |= told.HasChanged;
        }
        if (changed)
            await write.Commit(stop);
        return (null, null);
    }

    private bool Fields(Person person, TypedPerson typed, PersonId by)
    {
        var changed = Correct(person, by, Corrected.Name, person.Name, typed.Name, v => person.Name = v!);
        if (!person.Names.Equals(typed.Names))
            changed |= Keep(person, by, Corrected.Names, () => person.Names = typed.Names);
        changed |= Correct(person, by, Corrected.Number, person.Number, typed.Number, v => person.Number = v);
        changed |= Correct(person, by, Corrected.Phone, person.Phone, typed.Phone, v => person.Phone = v);
        var zone = Values.Trimmed(typed.Zone);
        if (zone == person.Zone)
            return changed;
        person.Zone = zone;
        journal.Note(JournalKinds.PersonCorrected, person.Id, by, after: nameof(Person.Zone));
        return true;
    }

    private async Task<Refusal?> Wrong(Person person, TypedPerson typed, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typed.Name))
            return new("person.no-name");
        if (Values.Trimmed(typed.Zone) is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            return new("me.bad-zone");
        if (Values.Trimmed(typed.Address) is { } address)
        {
            if (MailAddress.Read(address) is not { } read)
                return new("sign-in.bad-address");
            if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.AddressKey == read.Key && p.Id != person.Id, stop) is { } other)
                return new("person.address-of", other.DisplayName);
        }
        if (Values.Trimmed(typed.Number) is { } number)
        {
            var key = TextKey.Of(number);
            if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.NumberKey == key && p.Id != person.Id, stop) is { } other)
                return new("person.number-of", other.DisplayName);
        }
        return null;
    }

    private bool Correct(Person person, PersonId by, Corrected field, string? before, string? typed, Action<string?> set)
    {
        var after = Values.Trimmed(typed);
        return before != after && Keep(person, by, field, () => set(after));
    }

    private bool Keep(Person person, PersonId by, Corrected field, Action set)
    {
        set();
        person.Corrected |= field;
        journal.Note(JournalKinds.PersonCorrected, person.Id, by, after: field.ToString());
        return true;
    }
}

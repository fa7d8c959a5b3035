using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;

namespace Rabta.People.Correcting;

/// <summary>What a person says about themself.</summary>
/// <param name="Fields">The whole form, for modules that have fields of their own in it.</param>
public sealed record AboutMe(
    string? Name,
    Several Names,
    string? Phone,
    string? About,
    string? Hopes,
    Shown Shown,
    string? Language,
    string? Zone,
    IFormCollection? Fields = null
);

/// <summary>
/// Somebody saves what they say about themself. A module whose fields stood in the form keeps them in the same transaction.
/// </summary>
/// <param name="Fields">All fields of the form, by name.</param>
public sealed record MyselfCorrected(Person Person, IFormCollection Fields);

/// <summary>
/// The person looks at what the college gave, corrects it, and chooses what a partner sees. A later import leaves corrections alone.
/// </summary>
public sealed class CorrectMyself(RabtaDb db, Events events, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(PersonId me, AboutMe mine, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(mine.Name))
            return new("me.no-name");
        if (mine.Zone is { Length: > 0 } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            return new("me.bad-zone");
        await using var write = await db.BeginWrite(
            JournalKinds.PersonCorrected.Or(JournalKinds.PersonShows).Or(JournalKinds.PersonConfirmed),
            stop
        );
        var person = await db.People.SingleAsync(p => p.Id == me, stop);
        Correct(person, Corrected.Name, person.Name, mine.Name, v => person.Name = v!);
        if (!person.Names.Equals(mine.Names))
            Keep(person, Corrected.Names, () => person.Names = mine.Names);
        Correct(person, Corrected.Phone, person.Phone, mine.Phone, v => person.Phone = v);
        Correct(person, Corrected.About, person.About, mine.About, v => person.About = v);
        Correct(person, Corrected.Hopes, person.Hopes, mine.Hopes, v => person.Hopes = v);
        if (person.Shown != mine.Shown)
            journal.Note(JournalKinds.PersonShows, me, me, before: person.Shown.ToString(), after: mine.Shown.ToString());
        person.Shown = mine.Shown;
        Choose(
            person,
            nameof(Person.Language),
            person.Language,
            string.IsNullOrEmpty(mine.Language) ? person.Language : mine.Language,
            v => person.Language = v
        );
        Choose(person, nameof(Person.Zone), person.Zone, string.IsNullOrEmpty(mine.Zone) ? null : mine.Zone, v => person.Zone = v);
        if (person.ConfirmedAt is null)
            journal.Note(JournalKinds.PersonConfirmed, me, me);
        person.ConfirmedAt ??= clock.GetCurrentInstant();
        if (mine.Fields is { } fields)
            await events.Publish(new MyselfCorrected(person, fields), stop);
        await write.Commit(stop);
        return null;
    }

    // No list contains these fields, so no import overwrites them.
    private void Choose(Person person, string field, string? before, string? after, Action<string?> set)
    {
        if (before == after)
            return;
        set(after);
        journal.Note(JournalKinds.PersonCorrected, person.Id, person.Id, after: field);
    }

    // The journal does not keep the old text: a person who deletes a sentence means it.
    private void Correct(Person person, Corrected field, string? before, string? typed, Action<string?> set)
    {
        var after = Values.Trimmed(typed);
        if (before == after)
            return;
        Keep(person, field, () => set(after));
    }

    private void Keep(Person person, Corrected field, Action set)
    {
        set();
        person.Corrected |= field;
        journal.Note(JournalKinds.PersonCorrected, person.Id, person.Id, after: field.ToString());
    }
}

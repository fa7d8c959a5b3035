using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.Telling;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;

namespace Rabta.Tests.Worlds;

/// <summary>One line of the journal, as tests compare it: people under their own ids, as far as their pseudonyms lead to them.</summary>
public sealed record Noted(
    Guid Id,
    string What,
    Guid Subject,
    PersonId? By,
    PersonId? OnBehalfOf,
    string? Why,
    string? Before,
    string? After,
    JournalEntry Entry
);

/// <summary>The one place where tests read the journal.</summary>
public static class WorldJournal
{
    /// <summary>Oldest first.</summary>
    public static Task<List<Noted>> Journal(this World world) =>
        world.Ask(async db =>
        {
            var people = await db.Set<JournalName>().ToDictionaryAsync(n => n.Id, n => n.PersonId);
            PersonId? Of(JournalNameId? name) => name is { } known && people.TryGetValue(known, out var person) ? person : null;
            string? Text(string? text) => Guid.TryParse(text, out var id) && Of(new(id)) is { } person ? person.ToString() : text;
            var entries = await db.Set<JournalEntry>().AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
            return entries.ConvertAll(e => new Noted(
                e.Id.Value,
                e.What,
                Of(new(e.Subject))?.Value ?? e.Subject,
                Of(e.By),
                Of(e.OnBehalfOf),
                e.Why,
                Text(e.Before),
                Text(e.After),
                e
            ));
        });

    /// <summary>
    /// The act succeeds and leaves exactly this one line of its kind. The type is the use case that notes it: a wall counts these calls.
    /// </summary>
    /// <param name="subject">What it is about; nothing where that is known only afterwards.</param>
    public static Task<Noted> Notes<TCase>(this World world, string what, Guid? subject, Person? by, Func<TCase, Task<Refusal?>> act)
        where TCase : notnull => world.Notes<TCase>(what, subject, by, async () => Assert.Null(await world.Use(act)));

    public static async Task<Noted> Notes<TCase>(this World world, string what, Guid? subject, Person? by, Func<Task> act)
        where TCase : notnull
    {
        var before = (await world.Journal()).Select(l => l.Id).ToHashSet();

        await act();

        var fresh = (await world.Journal()).Where(l => !before.Contains(l.Id));
        var line = Assert.Single(fresh, l => l.What == what && (subject is null || l.Subject == subject));
        Assert.Equal(by?.Id, line.By);
        return line;
    }

    /// <summary>The act leaves no line: nothing happened, or it is nobody's business.</summary>
    public static async Task NotesNothing(this World world, Func<Task> act)
    {
        var before = (await world.Journal()).Count;

        await act();

        Assert.Equal(before, (await world.Journal()).Count);
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;

namespace Rabta.Tests.Worlds;

/// <summary>One line of the journal, as tests compare it.</summary>
public sealed record JournalLine(
    Guid Id,
    string What,
    Guid Subject,
    PersonId? By,
    PersonId? OnBehalfOf,
    string? Why,
    string? Before,
    string? After
);

/// <summary>The one place where tests read the journal.</summary>
public static class WorldJournal
{
    public static Task<List<JournalLine>> Journal(this World world) =>
        world.Ask(db =>
            db.Set<JournalEntry>()
                .AsNoTracking()
                .Select(e => new JournalLine(e.Id.Value, e.What, e.Subject, e.By, e.OnBehalfOf, e.Why, e.Before, e.After))
                .ToListAsync()
        );

    /// <summary>
    /// The act succeeds and leaves exactly this one line of its kind. The type is the use case that notes it: a wall counts these calls.
    /// </summary>
    /// <param name="subject">What it is about; nothing where that is known only afterwards.</param>
    public static Task<JournalLine> Notes<TCase>(this World world, string what, Guid? subject, Person? by, Func<TCase, Task<Refusal?>> act)
        where TCase : notnull => world.Notes<TCase>(what, subject, by, async () => Assert.Null(await world.Use(act)));

    public static async Task<JournalLine> Notes<TCase>(this World world, string what, Guid? subject, Person? by, Func<Task> act)
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

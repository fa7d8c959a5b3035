using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Once;
using Rabta.Platform.Web;

namespace Rabta.People.Away;

/// <summary>Somebody is away, is away for another time than was said, or is back.</summary>
/// <param name="Before">Until when they were to be away; null where they were here.</param>
public sealed record AwayChanged(Person Person, Instant? Before, PersonId By);

/// <summary>
/// Says that somebody is away until a day, or back. Who is away gets no new mentee or mentor, and nothing is asked of them; their pairs
/// stay and are told.
/// </summary>
public sealed class SetAway(RabtaDb db, CurrentInstitution institution, Events events, JournalOf journal, IClock clock)
{
    /// <summary>Whoever is away for longer leaves, and comes back later.</summary>
    private static readonly Period Longest = Period.FromYears(1);

    /// <summary>What the form shows, in short.</summary>
    public static string Seen(Person person) => AsSeen.Of(person.AwayUntil);

    /// <param name="lastDay">The last day on which they are away; null: they are back.</param>
    /// <param name="seen">What the form had shown.</param>
    public async Task<Refusal?> Run(PersonId id, LocalDate? lastDay, string? seen, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.PersonAway.Or(JournalKinds.PersonBack), stop);
        await db.HoldLock(id.Value, stop);
        if (await db.People.FirstOrDefaultAsync(p => p.Id == id, stop) is not { } person)
            return new("person.gone");
        if (seen is not null && seen != Seen(person))
            return new("away.changed");
        var (now, zone) = (clock.GetCurrentInstant(), Zone.Of(person.Zone, institution.Found));
        var today = now.InZone(zone).Date;
        if (lastDay < today)
            return new("away.past");
        if (lastDay > today.Plus(Longest))
            return new("away.long");
        var before = person.IsAway(now) ? person.AwayUntil : null;
        var until = lastDay?.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
        if (until == before)
            return null;
        person.AwayUntil = until;
        journal.Note(until is null ? JournalKinds.PersonBack : JournalKinds.PersonAway, id, by, after: $"{until}");
        await events.Publish(new AwayChanged(person, before, by), stop);
        await write.Commit(stop);
        return null;
    }
}

/// <summary>The last day on which somebody is away, as the reader's calendar has it.</summary>
public static class LastDayAway
{
    public static LocalDate Of(Instant until, DateTimeZone zone) => (until - Duration.Epsilon).InZone(zone).Date;
}

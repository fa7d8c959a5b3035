using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.Terms;

/// <summary>Adds days to the list of exams and holidays, or removes some.</summary>
public sealed class KeepTermDates(RabtaDb db, JournalOf journal, IClock clock, Zone zone)
{
    private const int Most = 60;

    public async Task<Refusal?> Add(
        TermDateId id,
        TermDateKind kind,
        Several name,
        LocalDate? from,
        LocalDate? until,
        PersonId by,
        CancellationToken stop
    )
    {
        if (name.IsEmpty)
            return new("term.no-name");
        if (from is not { } first)
            return new("term.no-day");
        var last = until ?? first;
        if (last < first)
            return new("term.backwards");
        if (Period.DaysBetween(first, last) > 120)
            return new("term.long");
        await using var write = await db.BeginWrite(JournalKinds.TermDateAdded, stop);
        var today = clock.GetCurrentInstant().InZone(zone.OfReader).Date;
        // Days in the past are on no page, so nobody could remove them.
        if (await db.TermDates.CountAsync(d => d.Until >= today, stop) >= Most)
            return new("term.many");
        if (await db.TermDates.AnyAsync(d => d.From == first && d.Until == last && d.Kind == kind, stop))
            return new("term.known");
        db.Add(
            new TermDate
            {
                Id = id,
                Kind = kind,
                Name = name,
                From = first,
                Until = last,
            }
        );
        journal.Note(JournalKinds.TermDateAdded, id.Value, by);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> Remove(TermDateId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.TermDateRemoved, stop);
        if (await db.TermDates.Where(d => d.Id == id).ExecuteDeleteAsync(stop) > 0)
            journal.Note(JournalKinds.TermDateRemoved, id.Value, by);
        await write.Commit(stop);
        return null;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;

namespace Rabta.Importing.Storing;

/// <summary>What a caller of a long import is told and asked.</summary>
/// <param name="Stored">How many people are stored so far.</param>
/// <param name="BeforeCommit">Happens in the same transaction, just before it is committed; false takes everything back.</param>
public sealed record ImportWatch(Action<int> Stored, Func<ImportResult, Task<bool>> BeforeCommit);

/// <summary>
/// Brings two lists in: all of it or nothing, or only the good rows. The same lists again change nothing and make nobody twice.
/// </summary>
public sealed class ImportPeople(
    RabtaDb db,
    CurrentInstitution institution,
    LookAtLists look,
    ReadKnownPeople known,
    PutAside putAside,
    OpenProgramme open,
    StorePeople people,
    StoreQuestions questions,
    StoreLinks links,
    CountLateQuestions late,
    JournalOf journal
)
{
    public async Task<ImportResult> Run(
        string programme,
        TwoLists lists,
        bool goodRows,
        PersonId? by,
        CancellationToken stop,
        ImportWatch? watch = null
    )
    {
        // The lists are read first, so that refused lists cost neither a copy of the database nor its lock.
        var seen = await look.Run(programme, lists, stop);
        if (IsRefused(seen, goodRows))
            return ImportResult.Nothing(seen);
        if (await db.People.AnyAsync(stop))
            await putAside.Run("import", stop);

        await using var write = await db.BeginWrite(JournalKinds.PeopleImported, stop);
        // People belong to the institution, wishes to the cohort: two imports wait for each other, and for a round of matching.
        await db.HoldLock(institution.Found!.Id.Value, stop);
        var (_, cohort) = await open.Run(programme, by, stop);
        await db.HoldLock(cohort.Id.Value, stop);
        var roster = lists.Read(await known.Run(cohort.Id, stop));
        var result = IsRefused(roster, goodRows) ? ImportResult.Nothing(roster) : await Store(cohort.Id, roster, lists, by, watch, stop);
        if (!result.IsStored || (watch is not null && !await watch.BeforeCommit(result)))
        {
            db.ChangeTracker.Clear();
            return ImportResult.Nothing(roster);
        }
        await write.Commit(stop);
        return result;
    }

    private async Task<ImportResult> Store(
        CohortId cohort,
        Roster roster,
        TwoLists lists,
        PersonId? by,
        ImportWatch? watch,
        CancellationToken stop
    )
    {
        var texts = new TextColumns(roster);
        var asked = await questions.Run(cohort, roster, texts, stop);
        var asOneList = await late.Find(cohort, lists, asked, stop);
        var (ids, kept) = await people.Run(cohort, roster, texts, asked, by, watch, stop);
        kept.AddRange(await links.Run(cohort, roster, ids, stop));
        await late.Count(asOneList, stop);
        var result = ImportResult.Of(roster, kept);
        journal.Note(
            JournalKinds.PeopleImported,
            cohort.Value,
            by,
            after: string.Create(
                CultureInfo.InvariantCulture,
                $"new {result.Imported}, updated {result.Updated}, left out {result.Refused}, "
                    + $"mentors {result.Mentors}, mentees {result.Mentees}"
            )
        );
        return result;
    }

    /// <summary>A remark on a cell stops nothing; a wrong row stops all or itself; what is wrong with a file stops everything.</summary>
    private static bool IsRefused(Roster roster, bool goodRows) =>
        roster.Problems.Any(problem => problem.Kind == ProblemKind.File) || (roster.LeftOut > 0 && !goodRows);
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Importing.ReadingLists;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes;

namespace Rabta.Importing.Drafting;

/// <summary>Stores the lists for a coordinator to look at. Nobody is imported yet, and a file that can't be read is not stored.</summary>
public sealed class BringFiles(RabtaDb db, IClock clock)
{
    public async Task<IReadOnlyList<ImportProblem>> Run(
        ImportDraftId id,
        string programme,
        ListFile? mentors,
        ListFile? mentees,
        PersonId by,
        CancellationToken stop
    )
    {
        var (_, problems) = OpenLists.Run(mentors, mentees, ColumnMaps.None, ColumnMaps.None);
        if (problems.Count > 0)
            return problems;
        var now = clock.GetCurrentInstant();
        var old = now - ImportDraft.Lifetime;
        await using var write = await db.BeginWrite(
            new NotJournaled("Lists that wait to be looked at are nobody yet; the import has its line."),
            stop
        );
        await db.ImportDrafts.Where(d => d.At < old).ExecuteDeleteAsync(stop);
        db.Add(
            new ImportDraft
            {
                Id = id,
                By = by,
                Programme = programme.Trim(),
                At = now,
            }
        );
        if (mentors is not null)
            await Keep(id, ProgrammeRole.Mentor, mentors, stop);
        if (mentees is not null)
            await Keep(id, ProgrammeRole.Mentee, mentees, stop);
        await write.Commit(stop);
        return [];
    }

    private async Task Keep(ImportDraftId id, ProgrammeRole role, ListFile file, CancellationToken stop)
    {
        await using var stream = file.Open();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, stop);
        db.Add(
            new ImportFile
            {
                DraftId = id,
                Role = role,
                Name = file.Name,
                Bytes = bytes.ToArray(),
            }
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Importing.Drafting;

/// <summary>Keeps what a coordinator said about the columns and, where asked, lets the import begin.</summary>
public sealed class SettleColumns(RabtaDb db)
{
    public async Task<Refusal?> Run(
        ImportDraftId id,
        IReadOnlyList<string> mentorMaps,
        IReadOnlyList<string> menteeMaps,
        bool goodRows,
        bool begin,
        CancellationToken stop
    )
    {
        await using var write = await db.BeginWrite(
            new NotJournaled("What is said about the columns of lists that wait; the import has its line."),
            stop
        );
        var draft = await db.ImportDrafts.FirstOrDefaultAsync(d => d.Id == id, stop);
        if (draft is not { State: ImportState.Waiting or ImportState.Failed })
            return new("import.begun");
        (draft.MentorMaps, draft.MenteeMaps, draft.GoodRows, draft.Result) = ([.. mentorMaps], [.. menteeMaps], goodRows, null);
        (draft.State, draft.HeldUntil) = (begin ? ImportState.Running : ImportState.Waiting, null);
        await write.Commit(stop);
        db.ChangeTracker.Clear();
        return null;
    }
}

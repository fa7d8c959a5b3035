using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.Drafting;

/// <summary>Reads waiting lists as they are mapped now.</summary>
public sealed class ReadDraft(RabtaDb db, Languages languages)
{
    /// <summary>Null where the draft is gone.</summary>
    public async Task<TwoLists?> Run(ImportDraft draft, CancellationToken stop)
    {
        var id = draft.Id;
        var files = await db.ImportFiles.AsNoTracking().Where(f => f.DraftId == id).ToListAsync(stop);
        ListFile? Of(ProgrammeRole role) =>
            files.Find(f => f.Role == role) is { } file
                ? new ListFile(file.Name, () => new MemoryStream(file.Bytes, writable: false))
                : null;
        return OpenLists
            .Run(
                Of(ProgrammeRole.Mentor),
                Of(ProgrammeRole.Mentee),
                ColumnMaps.Parse(draft.MentorMaps, languages).Maps,
                ColumnMaps.Parse(draft.MenteeMaps, languages).Maps
            )
            .Lists;
    }
}

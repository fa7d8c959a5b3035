using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;

namespace Rabta.People.Adding;

/// <summary>A server without an institution gets its first one; with one, that is used.</summary>
public sealed class FoundInstitution(RabtaDb db, CurrentInstitution current, Languages languages, DefaultZone zone)
{
    public async Task<Institution> Run(string name, CancellationToken stop)
    {
        if (await current.Find(null, stop) is { } only)
            return only;
        var institution = new Institution(languages.Written(name), null, zone.Id);
        await using var write = await db.BeginAside(new NotJournaled("A journal belongs to an institution, and there was none."), stop);
        db.Add(institution);
        await write.Commit(stop);
        current.Use(institution);
        return institution;
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.People.SigningIn;

/// <summary>Ends every session of a person. Within the caller's transaction.</summary>
public sealed class EndSessions(RabtaDb db, JournalOf journal)
{
    /// <returns>How many there were.</returns>
    public async Task<int> Run(PersonId person, PersonId? by, CancellationToken stop)
    {
        var ended = await db.Devices.Where(d => d.PersonId == person).ExecuteDeleteAsync(stop);
        if (ended > 0)
            journal.Note(JournalKinds.SessionEnded, person, by);
        return ended;
    }
}

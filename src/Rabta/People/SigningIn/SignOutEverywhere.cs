using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.People.SigningIn;

/// <summary>A coordinator ends every session of a person: a phone was lost, or somebody else reads along.</summary>
public sealed class SignOutEverywhere(RabtaDb db, EndSessions sessions)
{
    public async Task Run(PersonId person, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.SessionEnded, stop);
        if (await sessions.Run(person, by, stop) > 0)
            await write.Commit(stop);
    }
}

using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Programmes.Leaving;

/// <summary>Somebody who had left takes part again. Their pairs stay ended; the next round may give them a new one.</summary>
public sealed class ComeBack(RabtaDb db, JournalOf journal)
{
    public async Task<Refusal?> Run(EnrolmentId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.PersonCameBack, stop);
        if (await db.HoldEnrolment(id, null, stop) is not { } enrolment)
            return new("leaving.gone");
        if (enrolment.TakesPart)
            return null;
        enrolment.ComeBack();
        journal.Note(JournalKinds.PersonCameBack, enrolment.PersonId, by, after: enrolment.Role.ToString());
        await write.Commit(stop);
        return null;
    }
}

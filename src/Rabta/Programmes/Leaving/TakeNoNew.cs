using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Programmes.Leaving;

/// <summary>A mentor takes no further mentee in a cohort, or takes mentees again. Those they have stay.</summary>
public sealed class TakeNoNew(RabtaDb db, JournalOf journal)
{
    /// <param name="own">Only an enrolment of this person is changed; null for staff.</param>
    public async Task<Refusal?> Run(EnrolmentId id, bool noNew, PersonId? own, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.MentorTakesNoNew.Or(JournalKinds.MentorTakesAgain), stop);
        if (await db.HoldEnrolment(id, own, stop) is not { Role: ProgrammeRole.Mentor, TakesPart: true } enrolment)
            return new("leaving.gone");
        if (enrolment.TakesNoNew == noNew)
            return null;
        enrolment.TakesNoNew = noNew;
        journal.Note(noNew ? JournalKinds.MentorTakesNoNew : JournalKinds.MentorTakesAgain, enrolment.PersonId, by);
        await write.Commit(stop);
        return null;
    }
}

public static class HeldEnrolments
{
    /// <summary>Takes the lock of its cohort, in which places are counted, and reads the enrolment.</summary>
    /// <returns>Null where there is none, or it belongs to somebody else than <paramref name="own"/>.</returns>
    public static async Task<Enrolment?> HoldEnrolment(this RabtaDb db, EnrolmentId id, PersonId? own, CancellationToken stop)
    {
        var which = db.Enrolments.Where(e => e.Id == id && (own == null || e.PersonId == own));
        if (await which.Select(e => (CohortId?)e.CohortId).FirstOrDefaultAsync(stop) is not { } cohort)
            return null;
        await db.HoldLock(cohort.Value, stop);
        return await which.FirstOrDefaultAsync(stop);
    }
}

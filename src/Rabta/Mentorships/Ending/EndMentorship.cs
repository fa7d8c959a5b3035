using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships.Ending;

/// <summary>
/// A coordinator ends a pair, or moves the mentee to another mentor. The reason stays with staff; the two are told in neutral words.
/// </summary>
public sealed class EndMentorship(RabtaDb db, HoldPair hold, EndPair end)
{
    /// <summary>Why a coordinator may not end a pair.</summary>
    internal static readonly NotForStaff No = new("mentorship.has-ended", "ending.own", "mentorship.has-ended");

    public async Task<Refusal?> Run(MentorshipId id, PersonId? moveTo, string? reason, PersonId by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new("ending.no-reason");
        await using var write = await db.BeginWrite(JournalKinds.MentorshipEnded.Or(JournalKinds.MentorshipMoved), stop);
        // Take the lock before reading the row: if two coordinators end it at the same moment, the second finds it ended.
        var cohort = await db.Mentorships.Where(m => m.Id == id).Select(m => (CohortId?)m.CohortId).FirstOrDefaultAsync(stop);
        if (cohort is null)
            return new("mentorship.has-ended");
        await db.HoldLock(cohort.Value.Value, stop);
        var (held, no) = await hold.ForStaff(id, PairActs.MoveOrEnd, by, No, stop);
        if (held is null)
            return no;
        var begun = new List<Mentorship>();
        if (await end.Run(held, moveTo, reason, ToldOfEnd.Both, by, begun, stop) is { } refusal)
            return refusal;
        await end.TellNewMentors(begun, stop);
        await write.Commit(stop);
        return null;
    }
}

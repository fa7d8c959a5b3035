using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Mentorships;

/// <summary>Shows my phone number to this one partner, or hides it again.</summary>
public sealed class ShareMyPhone(RabtaDb db, HoldPair hold, JournalOf journal)
{
    /// <param name="number">To be kept as mine, where none is known yet; null leaves it.</param>
    public async Task<Refusal?> Run(MentorshipId id, bool share, string? number, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.PhoneShared.Or(JournalKinds.PhoneHidden), stop);
        var (held, _) = await hold.Run(id, me, stop, PairActs.SharePhone);
        if (held is null)
            return new("mentorship.has-ended");
        var shared = await db.PhoneShares.FirstOrDefaultAsync(s => s.MentorshipId == id && s.PersonId == me, stop);
        if (share && shared is null)
        {
            var mine = await db.People.SingleAsync(p => p.Id == me, stop);
            if (!string.IsNullOrWhiteSpace(number))
                (mine.Phone, mine.Corrected) = (number.Trim(), mine.Corrected | Corrected.Phone);
            if (string.IsNullOrWhiteSpace(mine.Phone))
                return new("phone.none");
            db.Add(
                new PhoneShare
                {
                    MentorshipId = id,
                    PersonId = me,
                    At = held.Now,
                }
            );
        }
        if (!share && shared is not null)
            db.Remove(shared);
        if (share != shared is not null)
            journal.Note(share ? JournalKinds.PhoneShared : JournalKinds.PhoneHidden, id.Value, me);
        await write.Commit(stop);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes;

namespace Rabta.Preferences.Wishing;

/// <summary>Makes one change to a person's own list of wishes. From then on an import leaves that list alone.</summary>
/// <remarks>
/// A round reads wishes when it runs. A change while a round is in review counts when it is run again; a change after a publication counts
/// in the next round.
/// </remarks>
public sealed class ChangeWishes(RabtaDb db, JournalOf journal)
{
    public const int MostOfMentee = 9,
        MostOfMentor = 50;

    public static int Most(ProgrammeRole role) => role == ProgrammeRole.Mentee ? MostOfMentee : MostOfMentor;

    public async Task<Refusal?> Run(CohortId cohort, ProgrammeRole role, WishAct act, PersonId about, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.WishesChanged, stop);
        // The lock makes two windows of one person wait for each other.
        await db.HoldLock(me.Value, stop);
        if (!await db.TakingPart.AnyAsync(e => e.CohortId == cohort && e.PersonId == me && e.Role == role, stop))
            return new("wish.not-here");
        if (
            role == ProgrammeRole.Mentee
            && await db.Mentorships.AnyAsync(m => m.CohortId == cohort && m.MenteeId == me && m.EndedAt == null, stop)
        )
            return new("wish.settled.no");
        var wishes = await db
            .Wishes.Where(w => w.CohortId == cohort && w.From == me && w.FromRole == role)
            .OrderBy(w => w.Rank)
            .ThenBy(w => w.Id)
            .ToListAsync(stop);
        var ranking = new Ranking(wishes.GroupBy(w => w.Rank).Select(g => g.Select(w => w.To)));
        if (act == WishAct.Add && !ranking.Has(about))
        {
            var others = role.Other();
            if (about == me || !await db.TakingPart.AnyAsync(e => e.CohortId == cohort && e.PersonId == about && e.Role == others, stop))
                return new("wish.gone");
            if (ranking.Count >= Most(role))
                return new($"wish.many.{role}", Most(role));
        }
        ranking.Do(act, about);
        Store(cohort, role, me, wishes, ranking.Ranks);
        (await db.People.SingleAsync(p => p.Id == me, stop)).Corrected |= Corrected.Wishes;
        // The journal does not say whom they wish for.
        journal.Note(JournalKinds.WishesChanged, me, me);
        await write.Commit(stop);
        return null;
    }

    private void Store(CohortId cohort, ProgrammeRole role, PersonId me, List<Wish> before, IReadOnlyDictionary<PersonId, int> after)
    {
        foreach (var wish in before)
            if (after.TryGetValue(wish.To, out var rank))
                wish.Rank = rank;
            else
                db.Remove(wish);
        db.AddRange(
            after
                .Where(a => before.All(w => w.To != a.Key))
                .Select(a => new Wish
                {
                    CohortId = cohort,
                    From = me,
                    FromRole = role,
                    To = a.Key,
                    Rank = a.Value,
                })
        );
    }
}

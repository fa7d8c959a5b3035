using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Platform.Web;

namespace Rabta.Goals.Writing;

/// <summary>A mentee writes a goal of their own, once both have accepted.</summary>
public sealed class WriteGoal(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal, Zone zone)
{
    /// <param name="id">The form's own: the same again makes no second goal.</param>
    public async Task<Refusal?> Run(GoalId id, MentorshipId pair, GoalWords words, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.GoalWritten, stop);
        await db.HoldLock(pair.Value, stop);
        if (await db.Goals.AnyAsync(g => g.Id == id && g.MenteeId == me, stop))
            return null;
        var (held, state) = await hold.Run(pair, me, stop, GoalActs.WriteGoal);
        if (held is null)
            return new(state == PairState.Published ? "goal.not-yet" : "goal.has-ended");
        var (mentorship, now) = (held.Pair, held.Now);
        if (words.Wrong(now.InZone(zone.OfReader).Date) is { } wrong)
            return wrong;
        db.Add(new Goal(id, pair, me, words.Goal, words.Day, words.Lines, now));
        journal.Note(JournalKinds.GoalWritten, id.Value, me);
        var mentee = await db.People.SingleAsync(p => p.Id == me, stop);
        notify.Notify(new(GoalNews.Written, mentorship.MentorId, [mentee.EveryName], $"/goals/{id.Value}", now));
        await write.Commit(stop);
        return null;
    }
}

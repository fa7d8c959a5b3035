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

namespace Rabta.Goals.Suggesting;

/// <summary>A mentor suggests a goal. Nothing becomes one by it.</summary>
public sealed class SuggestGoal(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal, Zone zone)
{
    /// <param name="id">The form's own: the same again makes no second suggestion.</param>
    public async Task<Refusal?> Run(GoalSuggestionId id, MentorshipId pair, GoalWords words, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.GoalSuggested, stop);
        await db.HoldLock(pair.Value, stop);
        if (await db.GoalSuggestions.AnyAsync(s => s.Id == id && s.By == me, stop))
            return null;
        var (held, state) = await hold.Run(pair, me, stop, GoalActs.SuggestGoal);
        if (held is null)
            return new(state == PairState.Published ? "goal.not-yet" : "goal.has-ended");
        var (mentorship, now) = (held.Pair, held.Now);
        if (words.Wrong(now.InZone(zone.OfReader).Date) is { } wrong)
            return wrong;
        db.Add(new GoalSuggestion(id, pair, me, words.Goal, words.Day, now));
        journal.Note(JournalKinds.GoalSuggested, id.Value, me, onBehalfOf: mentorship.MenteeId);
        var mentor = await db.People.SingleAsync(p => p.Id == me, stop);
        notify.Notify(new(GoalNews.Suggested, mentorship.MenteeId, [mentor.EveryName], "/goals", now));
        await write.Commit(stop);
        return null;
    }
}

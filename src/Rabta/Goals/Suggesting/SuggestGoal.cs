using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Platform.Web;

namespace Rabta.Goals.Suggesting;

/// <summary>A mentor suggests a goal. Nothing becomes one by it.</summary>
public sealed class SuggestGoal(RabtaDb db, ITellPeople tell, JournalOf journal, IClock clock, Zone zone)
{
    /// <param name="id">The form's own: the same again makes no second suggestion.</param>
    public async Task<Refusal?> Run(GoalSuggestionId id, MentorshipId pair, GoalWords words, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.GoalSuggested, stop);
        await db.HoldLock(pair.Value, stop);
        if (await db.GoalSuggestions.AnyAsync(s => s.Id == id && s.By == me, stop))
            return null;
        var mentorship = await db.Mentorships.FirstOrDefaultAsync(m => m.Id == pair && m.MentorId == me, stop);
        if (mentorship is not { IsStanding: true })
            return new("goal.has-ended");
        if (mentorship.BothAcceptedAt is null)
            return new("goal.not-yet");
        var now = clock.GetCurrentInstant();
        if (words.Wrong(now.InZone(zone.Here).Date) is { } wrong)
            return wrong;
        db.Add(new GoalSuggestion(id, pair, me, words.Goal, words.Day, now));
        journal.Note(JournalKinds.GoalSuggested, id.Value, me, onBehalfOf: mentorship.MenteeId);
        var mentor = await db.People.SingleAsync(p => p.Id == me, stop);
        tell.Tell(new(GoalNews.Suggested, mentorship.MenteeId, MentorshipNews.Twice(mentor), "/goals", now));
        await write.Commit(stop);
        return null;
    }
}

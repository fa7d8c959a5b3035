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

/// <summary>A mentee takes a suggestion, in words of their own if they like, or says not now. The first answer stands.</summary>
public sealed class AnswerSuggestion(RabtaDb db, INotify notify, JournalOf journal, IClock clock, Zone zone)
{
    /// <summary>The goal a suggestion becomes carries its id: however often it is taken, there is one.</summary>
    public static GoalId GoalOf(GoalSuggestionId suggestion) => new(suggestion.Value);

    /// <param name="words">What becomes the goal; null says not now.</param>
    public async Task<Refusal?> Run(GoalSuggestionId id, GoalWords? words, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.SuggestionTaken.Or(JournalKinds.SuggestionNotNow), stop);
        var pair = await db.GoalSuggestions.Where(s => s.Id == id).Select(s => (MentorshipId?)s.MentorshipId).FirstOrDefaultAsync(stop);
        if (pair is not { } of)
            return new("suggestion.answered");
        await db.HoldLock(of.Value, stop);
        var suggestion = await db.GoalSuggestions.SingleAsync(s => s.Id == id, stop);
        var mentorship = await db.Mentorships.FirstOrDefaultAsync(m => m.Id == of && m.MenteeId == me, stop);
        if (mentorship is null)
            return new("suggestion.answered");
        if (suggestion.Taken is { } taken)
            return taken == words is not null ? null : new("suggestion.answered");
        if (!mentorship.IsStanding)
            return new("goal.has-ended");
        if (words is null)
            NotNow(suggestion, me);
        else if (await Take(suggestion, mentorship, words, stop) is { } wrong)
            return wrong;
        await write.Commit(stop);
        return null;
    }

    private void NotNow(GoalSuggestion suggestion, PersonId me)
    {
        suggestion.NotNow(clock.GetCurrentInstant());
        journal.Note(JournalKinds.SuggestionNotNow, suggestion.Id.Value, me);
    }

    private async Task<Refusal?> Take(GoalSuggestion suggestion, Mentorship mentorship, GoalWords words, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (words.Wrong(now.InZone(zone.OfReader).Date, kept: suggestion.Until) is { } wrong)
            return wrong;
        var goal = new Goal(GoalOf(suggestion.Id), mentorship.Id, mentorship.MenteeId, words.Goal, words.Day, words.Lines, now);
        db.Add(goal);
        suggestion.Take(goal.Id, now);
        journal.Note(JournalKinds.SuggestionTaken, suggestion.Id.Value, mentorship.MenteeId);
        var mentee = await db.People.SingleAsync(p => p.Id == mentorship.MenteeId, stop);
        notify.Notify(new(GoalNews.Taken, mentorship.MentorId, [mentee.EveryName], $"/goals/{goal.Id.Value}", now));
        return null;
    }
}

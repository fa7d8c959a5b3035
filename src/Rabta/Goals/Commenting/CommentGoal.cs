using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.Goals.Commenting;

/// <summary>One of the two says something about a goal.</summary>
public sealed class CommentGoal(RabtaDb db, SeeGoals goals, INotify notify, JournalOf journal, IClock clock)
{
    /// <param name="id">The form's own: the same again says nothing twice.</param>
    public async Task<Refusal?> Run(GoalCommentId id, GoalId on, string? text, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.GoalCommented, stop);
        await db.HoldLock(on.Value, stop);
        if (await db.GoalComments.AnyAsync(c => c.Id == id && c.By == me, stop))
            return null;
        var goal = await goals.Visible(me).FirstOrDefaultAsync(g => g.Id == on, stop);
        if (goal is null)
            return new("goal.gone");
        // A browser counts a line's end as one letter and sends two.
        var words = (text ?? "").Trim().ReplaceLineEndings("\n");
        if (words.Length == 0)
            return new("comment.no-text");
        if (words.Length > GoalComment.Longest)
            return new("comment.too-long", GoalComment.Longest);
        var now = clock.GetCurrentInstant();
        db.Add(
            new GoalComment
            {
                Id = id,
                GoalId = on,
                By = me,
                Text = words,
                At = now,
            }
        );
        journal.Note(JournalKinds.GoalCommented, on.Value, me);
        // Once it has ended the mentee goes on writing, and the former mentor hears no more of it.
        if (await db.Mentorships.FirstOrDefaultAsync(m => m.Id == goal.MentorshipId && m.EndedAt == null, stop) is { } pair)
            notify.Notify(
                new(
                    GoalNews.Commented,
                    pair.Other(me),
                    [(await db.People.SingleAsync(p => p.Id == me, stop)).EveryName],
                    $"/goals/{on.Value}",
                    now
                )
            );
        await write.Commit(stop);
        return null;
    }
}

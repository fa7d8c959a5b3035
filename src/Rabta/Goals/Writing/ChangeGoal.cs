using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Web;

namespace Rabta.Goals.Writing;

/// <summary>A mentee puts a goal into other words, days or steps. It may be done long after the mentorship has ended.</summary>
public sealed class ChangeGoal(RabtaDb db, JournalOf journal, IClock clock, Zone zone)
{
    public async Task<Refusal?> Run(GoalId id, GoalWords words, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.GoalChanged, stop);
        await db.HoldLock(id.Value, stop);
        var goal = await db.Goals.FirstOrDefaultAsync(g => g.Id == id && g.MenteeId == me, stop);
        if (goal is null)
            return new("goal.gone");
        var now = clock.GetCurrentInstant();
        if (words.Wrong(now.InZone(zone.OfReader).Date, kept: goal.By) is { } wrong)
            return wrong;
        if (goal.Text == words.Goal && goal.By == words.Day && goal.Steps.Select(s => s.Text).SequenceEqual(words.Lines))
            return null;
        goal.Change(words.Goal, words.Day, words.Lines, now);
        journal.Note(JournalKinds.GoalChanged, id.Value, me);
        await write.Commit(stop);
        return null;
    }
}

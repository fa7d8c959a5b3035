using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.Goals.Writing;

/// <summary>A mentee says a goal is reached, puts it aside, or opens it again.</summary>
public sealed class SettleGoal(RabtaDb db, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(GoalId id, GoalState to, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.GoalSettled, stop);
        await db.HoldLock(id.Value, stop);
        var goal = await db.Goals.FirstOrDefaultAsync(g => g.Id == id && g.MenteeId == me, stop);
        if (goal is null)
            return new("goal.gone");
        if (goal.State == to)
            return null;
        var now = clock.GetCurrentInstant();
        journal.Note(JournalKinds.GoalSettled, id.Value, me, before: $"{goal.State}", after: $"{to}");
        goal.Settle(to, now);
        var mentor = await db
            .Mentorships.Where(m => m.Id == goal.MentorshipId && m.EndedAt == null)
            .Select(m => (PersonId?)m.MentorId)
            .FirstOrDefaultAsync(stop);
        if (to == GoalState.Done && mentor is { } told)
            notify.Notify(
                new(GoalNews.Done, told, [(await db.People.SingleAsync(p => p.Id == me, stop)).EveryName], $"/goals/{id.Value}", now)
            );
        await write.Commit(stop);
        return null;
    }
}

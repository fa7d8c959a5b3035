using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;

namespace Rabta.Mentorships.Ending;

/// <summary>
/// Either of the two asks for a change, or says before accepting that they can't take this on. Nothing changes by that. Coordinators are
/// told, and the partner is not, even where the partner is a coordinator.
/// </summary>
public sealed class AskForChange(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal, Events events)
{
    public async Task<Refusal?> Run(MentorshipId id, string? reason, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.ChangeAsked.Or(JournalKinds.MentorshipCantTakeOn), stop);
        var (held, _) = await hold.Run(id, me, stop, PairActs.SayCantTakeOn, PairActs.AskForChange);
        if (held is null)
            return new("mentorship.has-ended");
        var (mentorship, now) = (held.Pair, held.Now);
        var kind = held.Act == PairActs.SayCantTakeOn ? ChangeKind.CantTakeOn : ChangeKind.Change;
        if (await db.ChangeRequests.AnyAsync(c => c.MentorshipId == id && c.By == me && c.SettledAt == null, stop))
            return null;
        db.Add(
            new ChangeRequest
            {
                MentorshipId = id,
                By = me,
                Kind = kind,
                Reason = Values.Trimmed(reason),
                At = now,
            }
        );
        journal.Note(kind == ChangeKind.Change ? JournalKinds.ChangeAsked : JournalKinds.MentorshipCantTakeOn, id.Value, me);
        await events.Publish(new ChangeAsked(id), stop);
        var asker = await db.People.SingleAsync(p => p.Id == me, stop);
        foreach (
            var staff in await db
                .Coordinators.Where(p => p.Id != mentorship.MentorId && p.Id != mentorship.MenteeId)
                .Select(p => p.Id)
                .ToListAsync(stop)
        )
            notify.Notify(
                new(
                    kind == ChangeKind.Change ? MentorshipNews.ChangeAsked : MentorshipNews.CantTakeOn,
                    staff,
                    [asker.EveryName],
                    $"/mentorships/{id.Value}/arrange",
                    now
                )
            );
        await write.Commit(stop);
        return null;
    }
}

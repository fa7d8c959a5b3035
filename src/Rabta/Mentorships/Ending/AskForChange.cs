using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.Mentorships.Ending;

/// <summary>
/// Either of the two asks for a change, or says before accepting that they can't take this on. Nothing changes by that. Coordinators are
/// told, and the partner is not, even where the partner is a coordinator.
/// </summary>
public sealed class AskForChange(RabtaDb db, ITellPeople tell, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(MentorshipId id, string? reason, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.ChangeAsked.Or(JournalKinds.MentorshipCantTakeOn), stop);
        var mentorship = await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id && (m.MentorId == me || m.MenteeId == me), stop);
        if (mentorship is not { IsStanding: true })
            return new("mentorship.has-ended");
        var kind = mentorship.BothAcceptedAt is null ? ChangeKind.CantTakeOn : ChangeKind.Change;
        if (await db.ChangeRequests.AnyAsync(c => c.MentorshipId == id && c.By == me && c.SettledAt == null, stop))
            return null;
        var now = clock.GetCurrentInstant();
        db.Add(
            new ChangeRequest
            {
                MentorshipId = id,
                By = me,
                Kind = kind,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                At = now,
            }
        );
        journal.Note(kind == ChangeKind.Change ? JournalKinds.ChangeAsked : JournalKinds.MentorshipCantTakeOn, id.Value, me);
        mentorship.Wake();
        var asker = await db.People.SingleAsync(p => p.Id == me, stop);
        foreach (
            var staff in await db
                .People.Where(p => (p.Duties & Duties.Coordinator) != 0 && p.Id != mentorship.MentorId && p.Id != mentorship.MenteeId)
                .Select(p => p.Id)
                .ToListAsync(stop)
        )
            tell.Tell(
                new(
                    kind == ChangeKind.Change ? MentorshipNews.ChangeAsked : MentorshipNews.CantTakeOn,
                    staff,
                    MentorshipNews.Twice(asker),
                    $"/mentorships/{id.Value}/arrange",
                    now
                )
            );
        await write.Commit(stop);
        return null;
    }
}

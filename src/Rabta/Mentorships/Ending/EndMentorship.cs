using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Ending;

/// <summary>
/// A coordinator ends a pair, or moves the mentee to another mentor. The reason stays with staff; the two are told in neutral words.
/// </summary>
public sealed class EndMentorship(
    RabtaDb db,
    HoldPair hold,
    BeginPairs begin,
    IKeepApart apart,
    INotify notify,
    JournalOf journal,
    Events events
)
{
    private static readonly NotForStaff No = new("mentorship.has-ended", "ending.own", "mentorship.has-ended");

    public async Task<Refusal?> Run(MentorshipId id, PersonId? moveTo, string? reason, PersonId by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new("ending.no-reason");
        await using var write = await db.BeginWrite(JournalKinds.MentorshipEnded.Or(JournalKinds.MentorshipMoved), stop);
        // Take the lock before reading the row: if two coordinators end it at the same moment, the second finds it ended.
        var cohort = await db.Mentorships.Where(m => m.Id == id).Select(m => (CohortId?)m.CohortId).FirstOrDefaultAsync(stop);
        if (cohort is null)
            return new("mentorship.has-ended");
        await db.HoldLock(cohort.Value.Value, stop);
        var (held, no) = await hold.ForStaff(id, PairActs.MoveOrEnd, by, No, stop);
        if (held is null)
            return no;
        var (old, now) = (held.Pair, held.Now);
        if (now < old.BeganAt + Mentorship.Quiet && old.Round is not null)
            return new("ending.too-early");
        if (old.End(moveTo is null ? HowEnded.Ended : HowEnded.Moved, now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(stop);
        var programme = await db.Programmes.SingleAsync(p => p.Id == old.ProgrammeId, stop);
        var (mentor, mentee) = (await Person(old.MentorId, stop), await Person(old.MenteeId, stop));
        if (moveTo is { } next && await Move(old, next, programme, mentee, by, now, stop) is { } full)
            return full;
        if (moveTo is null)
            Notify(mentee, mentor, programme, now);
        Notify(mentor, mentee, programme, now);
        foreach (var open in await db.ChangeRequests.Where(c => c.MentorshipId == id && c.SettledAt == null).ToListAsync(stop))
            open.SettledAt = now;
        await events.Publish(new MentorshipEnded(id, by), stop);
        journal.Note(
            moveTo is null ? JournalKinds.MentorshipEnded : JournalKinds.MentorshipMoved,
            id.Value,
            by,
            reason.Trim(),
            "standing",
            "ended",
            mentee.Id
        );
        await write.Commit(stop);
        return null;
    }

    private async Task<Refusal?> Move(
        Mentorship old,
        PersonId to,
        Programme programme,
        Person mentee,
        PersonId by,
        Instant now,
        CancellationToken stop
    )
    {
        if (to == old.MentorId || to == old.MenteeId)
            return new("move.same");
        if (await db.PlacesIn(old.CohortId).SingleOrDefaultAsync(p => p.Mentor == to, stop) is not { } theirs)
            return new("move.no-mentor");
        if (theirs.Free <= 0)
            return new("move.full");
        if (await apart.Must(old.CohortId, to, old.MenteeId, stop))
            return new("move.conflict");
        var mentor = await Person(to, stop);
        var begun = new Mentorship(old.ProgrammeId, old.CohortId, to, old.MenteeId, [new Reason(ReasonKind.Chosen)], null, now, by);
        await begin.Run([begun], programme, stop);
        notify.Notify(
            new(MentorshipNews.BeganForMentee, mentee.Id, [mentor.EveryName, programme.Name], $"/mentorships/{begun.Id.Value}", now)
        );
        notify.Notify(
            new(
                MentorshipNews.BeganForMentor,
                mentor.Id,
                [mentee.EveryName, programme.Name, Several.Plain("1")],
                $"/mentorships/{begun.Id.Value}",
                now
            )
        );
        return null;
    }

    private void Notify(Person to, Person partner, Programme programme, Instant now) =>
        notify.Notify(new(MentorshipNews.Ended, to.Id, [partner.EveryName, programme.Name], "/", now));

    private Task<Person> Person(PersonId id, CancellationToken stop) => db.People.SingleAsync(p => p.Id == id, stop);
}

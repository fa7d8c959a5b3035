using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;
using Rabta.Programmes.Leaving;

namespace Rabta.Mentorships.Leaving;

/// <summary>Somebody has left a cohort. Their pairs there have ended.</summary>
public sealed record PersonLeft(Enrolment Enrolment, PersonId By);

/// <summary>
/// Somebody leaves a cohort: they keep no place, are in no round, and their pairs there end, all in one step. A mentee can do it alone. For
/// a mentor a coordinator says where each mentee goes.
/// </summary>
public sealed class LeaveProgramme(RabtaDb db, HoldPair hold, EndPair end, INotify notify, JournalOf journal, Events events, IClock clock)
{
    /// <param name="goTo">For each mentee of a mentor the next one; null: their mentorship ends.</param>
    /// <param name="reason">For staff. A coordinator writes one; a mentee may.</param>
    public async Task<Refusal?> Run(
        EnrolmentId id,
        IReadOnlyDictionary<MentorshipId, PersonId?> goTo,
        string? reason,
        PersonId by,
        CancellationToken stop
    )
    {
        await using var write = await db.BeginWrite(Programmes.JournalKinds.PersonLeft, stop);
        if (await db.HoldEnrolment(id, null, stop) is not { } enrolment)
            return new("leave.gone");
        var isOwn = enrolment.PersonId == by;
        if (!enrolment.TakesPart)
            return null;
        if (isOwn && enrolment.Role == ProgrammeRole.Mentor)
            return new("leave.mentor");
        if (!isOwn && string.IsNullOrWhiteSpace(reason))
            return new("ending.no-reason");
        if (await EndPairs(enrolment, goTo, reason, by, stop) is { } no)
            return no;
        var now = clock.GetCurrentInstant();
        enrolment.Leave(now);
        journal.Note(
            new JournalLine(Programmes.JournalKinds.PersonLeft, by)
            {
                Person = enrolment.PersonId,
                Why = Values.Trimmed(reason),
                After = enrolment.Role.ToString(),
            }
        );
        await events.Publish(new PersonLeft(enrolment, by), stop);
        await Tell(enrolment, isOwn, now, stop);
        await write.Commit(stop);
        return null;
    }

    private async Task<Refusal?> EndPairs(
        Enrolment enrolment,
        IReadOnlyDictionary<MentorshipId, PersonId?> goTo,
        string? reason,
        PersonId by,
        CancellationToken stop
    )
    {
        var (who, isMentor, isOwn) = (enrolment.PersonId, enrolment.Role == ProgrammeRole.Mentor, enrolment.PersonId == by);
        var pairs = await db
            .Mentorships.Where(m =>
                m.CohortId == enrolment.CohortId && m.EndedAt == null && (isMentor ? m.MentorId == who : m.MenteeId == who)
            )
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .ToListAsync(stop);
        // The coordinator has not said where this mentee goes: the pair began after the page was made.
        if (isMentor && pairs.Any(pair => !goTo.ContainsKey(pair)))
            return new("leave.someone-new");
        var begun = new List<Mentorship>();
        foreach (var pair in pairs)
        {
            var (held, no) = isOwn
                ? ((await hold.Run(pair, by, stop, PairActs.Leave)).Held, new Refusal("mentorship.has-ended"))
                : await hold.ForStaff(pair, PairActs.MoveOrEnd, by, EndMentorship.No, stop);
            if (held is null)
                return no;
            var told = isMentor ? ToldOfEnd.Mentee : ToldOfEnd.Mentor;
            if (await end.Run(held, isMentor ? goTo[pair] : null, reason, told, by, begun, stop) is { } refusal)
                return refusal;
        }
        await end.TellNewMentors(begun, stop);
        return null;
    }

    /// <summary>The person learns that they have left; where they left by themselves, coordinators do.</summary>
    private async Task Tell(Enrolment enrolment, bool isOwn, Instant now, CancellationToken stop)
    {
        var person = await db.People.SingleAsync(p => p.Id == enrolment.PersonId, stop);
        var programme = await db
            .Cohorts.Where(c => c.Id == enrolment.CohortId)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => p.Name)
            .SingleAsync(stop);
        if (!isOwn)
        {
            notify.Notify(new(MentorshipNews.Left, person.Id, [programme], "/", now));
            return;
        }
        foreach (var staff in await db.Coordinators.Select(p => p.Id).ToListAsync(stop))
            notify.Notify(new(MentorshipNews.SomebodyLeft, staff, [person.EveryName, programme], PersonPages.Of(person.Id), now));
    }
}

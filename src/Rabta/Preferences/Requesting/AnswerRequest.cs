using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;
using Rabta.Programmes.Asking;

namespace Rabta.Preferences.Requesting;

/// <summary>A mentor says yes or no; a mentee takes a request back.</summary>
/// <remarks>
/// Every act that gives a mentor a mentee takes the cohort's lock before it counts places. If fifty are accepted at the same moment, only
/// those begin for whom there is a place.
/// </remarks>
public sealed class AnswerRequest(RabtaDb db, SeeFit fit, BeginPairs begin, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Accept(MentorRequestId id, string? line, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(Mentorships.JournalKinds.MentorshipBegan, stop);
        if (await Hold(id, stop) is not { } request || request.MentorId != me)
            return new("request.gone");
        if (request.State != RequestState.Open)
            return new($"request.now.{request.State}");
        var mentee = await db.People.SingleAsync(p => p.Id == request.MenteeId, stop);
        if (await db.Mentorships.AnyAsync(m => m.CohortId == request.CohortId && m.MenteeId == mentee.Id && m.EndedAt == null, stop))
            return new("request.now.Settled");
        if (
            !await db.PlacesIn(request.CohortId, clock.GetCurrentInstant())
                .AnyAsync(p => p.Mentor == me && p.TakesNew && p.Places > p.Taken, stop)
        )
            return new("request.full", mentee.DisplayName);
        var (reasons, mayPair) = await fit.Whole(request.CohortId, mentee.Id, me, stop);
        if (!mayPair)
            return new("request.rules");
        var now = clock.GetCurrentInstant();
        request.Settle(RequestState.Accepted, line, now);
        // Save this request first: beginning the pair closes every request of the mentee that is still open.
        await db.SaveChangesAsync(stop);
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == request.CohortId, stop);
        var programme = await db.Programmes.SingleAsync(p => p.Id == cohort.ProgrammeId, stop);
        var begun = new Mentorship(programme.Id, cohort.Id, me, mentee.Id, [new(ReasonKind.Asked), .. reasons], null, now);
        await begin.Run([begun], programme, stop);
        journal.Note(Mentorships.JournalKinds.MentorshipBegan, begun.Id.Value, me, onBehalfOf: mentee.Id);
        await Notify(begun, mentee, programme, now, stop);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> Decline(MentorRequestId id, string? line, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RequestDeclined, stop);
        if (await Hold(id, stop) is not { } request || request.MentorId != me)
            return new("request.gone");
        var now = clock.GetCurrentInstant();
        if (request.Settle(RequestState.Declined, line, now) is { } late)
            return late;
        notify.Notify(new(RequestNews.Declined, request.MenteeId, [(await Person(me, stop)).EveryName], $"/requests/{id.Value}", now));
        journal.Note(JournalKinds.RequestDeclined, id.Value, me);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> Withdraw(MentorRequestId id, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RequestWithdrawn, stop);
        if (await Hold(id, stop) is not { } request || request.MenteeId != me)
            return new("request.gone");
        var now = clock.GetCurrentInstant();
        if (request.Settle(RequestState.Withdrawn, null, now) is { } late)
            return late;
        notify.Notify(new(RequestNews.Withdrawn, request.MentorId, [(await Person(me, stop)).EveryName], $"/requests/{id.Value}", now));
        journal.Note(JournalKinds.RequestWithdrawn, id.Value, me);
        await write.Commit(stop);
        return null;
    }

    /// <summary>The request, read again under the cohort's lock.</summary>
    private async Task<MentorRequest?> Hold(MentorRequestId id, CancellationToken stop)
    {
        var cohort = await db.MentorRequests.Where(r => r.Id == id).Select(r => (CohortId?)r.CohortId).FirstOrDefaultAsync(stop);
        if (cohort is null)
            return null;
        await db.HoldLock(cohort.Value.Value, stop);
        return await db.MentorRequests.SingleAsync(r => r.Id == id, stop);
    }

    private async Task Notify(Mentorship begun, Person mentee, Programme programme, Instant now, CancellationToken stop)
    {
        var (mentor, path) = (await Person(begun.MentorId, stop), PairPages.Of(begun.Id));
        notify.Notify(new(RequestNews.Accepted, mentee.Id, [mentor.EveryName, programme.Name], path, now));
        notify.Notify(new(MentorshipNews.BeganForMentor, mentor.Id, [mentee.EveryName, programme.Name, Several.Plain("1")], path, now));
    }

    private Task<Person> Person(PersonId id, CancellationToken stop) => db.People.SingleAsync(p => p.Id == id, stop);
}

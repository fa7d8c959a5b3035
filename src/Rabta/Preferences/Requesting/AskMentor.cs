using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Preferences.Requesting;

/// <summary>A mentee without a mentor asks one directly, with one line of why. The same mentor twice is once.</summary>
/// <remarks>A private rule is not told here. It stops the pair when the mentor says yes, and is then called only "the rules".</remarks>
public sealed class AskMentor(RabtaDb db, SeeFit fit, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(MentorRequestId id, CohortId cohort, PersonId mentor, string? why, PersonId me, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(why))
            return new("ask.no-why");
        if (why.Trim().Length > MentorRequest.LongestLine)
            return new("ask.long", MentorRequest.LongestLine);
        await using var write = await db.BeginWrite(JournalKinds.MentorAsked, stop);
        await db.HoldLock(cohort.Value, stop);
        if (await MayAsk(cohort, mentor, me, stop) is { } no)
            return no;
        var open = await db
            .MentorRequests.Where(r => r.CohortId == cohort && r.MenteeId == me && r.State == RequestState.Open)
            .Select(r => r.MentorId)
            .ToListAsync(stop);
        if (open.Contains(mentor))
            return null;
        if (open.Count >= MentorRequest.MostOpen)
            return new("ask.many", MentorRequest.MostOpen);
        var now = clock.GetCurrentInstant();
        db.Add(new MentorRequest(id, cohort, me, mentor, why.Trim(), now));
        notify.Notify(
            new(RequestNews.Asked, mentor, [(await db.People.SingleAsync(p => p.Id == me, stop)).EveryName], $"/requests/{id.Value}", now)
        );
        journal.Note(JournalKinds.MentorAsked, id.Value, me);
        await write.Commit(stop);
        return null;
    }

    private async Task<Refusal?> MayAsk(CohortId cohort, PersonId mentor, PersonId me, CancellationToken stop)
    {
        var programmes = db.Programmes;
        if (!await db.Cohorts.AnyAsync(c => c.Id == cohort && programmes.Any(p => p.Id == c.ProgrammeId && p.MenteesMayAsk), stop))
            return new("ask.not-here");
        if (!await db.TakingPart.AnyAsync(e => e.CohortId == cohort && e.PersonId == me && e.Role == ProgrammeRole.Mentee, stop))
            return new("wish.not-here");
        if (
            mentor == me
            || !await db.TakingPart.AnyAsync(e => e.CohortId == cohort && e.PersonId == mentor && e.Role == ProgrammeRole.Mentor, stop)
        )
            return new("wish.gone");
        if (await db.Mentorships.AnyAsync(m => m.CohortId == cohort && m.MenteeId == me && m.EndedAt == null, stop))
            return new("ask.settled");
        if (
            !await db.PlacesIn(cohort, clock.GetCurrentInstant())
                .AnyAsync(p => p.Mentor == mentor && p.TakesNew && p.Places > p.Taken, stop)
        )
            return new("ask.full");
        return (await fit.Run(cohort, me, ProgrammeRole.Mentee, [mentor], stop)).GetValueOrDefault(mentor)?.Heading is { } heading
            ? new("ask.rule", heading)
            : null;
    }
}

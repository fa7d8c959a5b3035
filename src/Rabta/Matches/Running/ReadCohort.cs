using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Matches.Running;

/// <summary>Reads a cohort in a fixed number of queries, however many people it has.</summary>
public sealed class ReadCohort(RabtaDb db)
{
    public async Task<CohortRows> Run(CohortId cohort, CancellationToken stop)
    {
        var people = db.People;
        var places = await db
            .Cohorts.Where(c => c.Id == cohort)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => p.PlacesPerMentor)
            .SingleAsync(stop);
        var enrolled = await db
            .Enrolments.AsNoTracking()
            .Where(e => e.CohortId == cohort)
            .Join(people, e => e.PersonId, p => p.Id, (e, p) => new Enrolled(e, p))
            .ToListAsync(stop);
        var enrolments = db.Enrolments.Where(e => e.CohortId == cohort);
        return new(
            places,
            enrolled,
            await db.Mentorships.AsNoTracking().Where(m => m.CohortId == cohort && m.EndedAt == null).ToListAsync(stop),
            await db.Questions.AsNoTracking().Where(q => q.CohortId == cohort && q.Counts != Counts.Never).ToListAsync(stop),
            await db.Answers.AsNoTracking().Where(a => enrolments.Any(e => e.Id == a.EnrolmentId)).ToListAsync(stop),
            await db.Wishes.AsNoTracking().Where(w => w.CohortId == cohort).ToListAsync(stop),
            await db.Recommendations.AsNoTracking().Where(r => r.CohortId == cohort && r.TakenBackAt == null).ToListAsync(stop),
            await db.Conflicts.AsNoTracking().Where(c => c.CohortId == cohort).ToListAsync(stop),
            await db.Pins.AsNoTracking().Where(p => p.CohortId == cohort).ToListAsync(stop),
            await db.Forbids.AsNoTracking().Where(f => f.CohortId == cohort).ToListAsync(stop),
            await db
                .Mentorships.AsNoTracking()
                .Where(m => m.CohortId == cohort && (m.Ending == HowEnded.Ended || m.Ending == HowEnded.Moved))
                .ToListAsync(stop),
            await db.HelpsBest.AsNoTracking().Where(h => h.CohortId == cohort).ToListAsync(stop),
            await db.PrivatePreferences.AsNoTracking().Where(c => c.CohortId == cohort).ToListAsync(stop),
            await db.Questions.AsNoTracking().Where(q => q.CohortId == cohort && Aspects.Keys.Contains(q.Key.ToUpper())).ToListAsync(stop),
            await LastUnmatched(cohort, stop)
        );
    }

    /// <summary>Mentees whom the last published round left without a mentor. They come first among equals now.</summary>
    private async Task<List<PersonId>> LastUnmatched(CohortId cohort, CancellationToken stop)
    {
        var last = db
            .Rounds.Where(r => r.CohortId == cohort && r.State == RoundState.Published)
            .OrderByDescending(r => r.PublishedAt)
            .Select(r => r.Id)
            .Take(1);
        return await db.RoundUnmatched.Where(u => last.Contains(u.RoundId)).Select(u => u.MenteeId).ToListAsync(stop);
    }
}

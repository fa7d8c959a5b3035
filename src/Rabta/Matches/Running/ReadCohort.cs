using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Matches.Running;

/// <summary>Reads a cohort in a fixed number of queries, however many people it has.</summary>
public sealed class ReadCohort(RabtaDb db, IClock clock)
{
    public async Task<CohortRows> Run(CohortId cohort, CancellationToken stop)
    {
        var people = db.People;
        var places = await db
            .Cohorts.Where(c => c.Id == cohort)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => p.PlacesPerMentor)
            .SingleAsync(stop);
        var now = clock.GetCurrentInstant();
        var standing = await db.Mentorships.AsNoTracking().Where(m => m.CohortId == cohort && m.EndedAt == null).ToListAsync(stop);
        var paired = standing.Select(m => m.MenteeId).ToHashSet();
        var enrolled = await db
            .TakingPart.AsNoTracking()
            .Where(e => e.CohortId == cohort)
            .Join(people, e => e.PersonId, p => p.Id, (e, p) => new Enrolled(e, p))
            .ToListAsync(stop);
        // A mentee who is away waits for the next round.
        enrolled.RemoveAll(e => e.Enrolment.Role == ProgrammeRole.Mentee && e.Person.IsAway(now) && !paired.Contains(e.Person.Id));
        var enrolments = db.Enrolments.Where(e => e.CohortId == cohort);
        return new(
            places,
            enrolled,
            standing,
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
        )
        {
            TakenElsewhere = await Elsewhere(cohort, stop),
            TakeNoNew = enrolled
                .Where(e => e.Enrolment.Role == ProgrammeRole.Mentor && (e.Enrolment.TakesNoNew || e.Person.IsAway(now)))
                .Select(e => e.Person.Id)
                .ToHashSet(),
        };
    }

    /// <summary>How many mentees the mentors of this cohort have in others.</summary>
    private async Task<Dictionary<PersonId, int>> Elsewhere(CohortId cohort, CancellationToken stop)
    {
        var here = db.TakingPart.Where(e => e.CohortId == cohort && e.Role == ProgrammeRole.Mentor);
        return await db
            .Mentorships.Where(m => m.CohortId != cohort && m.EndedAt == null && here.Any(e => e.PersonId == m.MentorId))
            .GroupBy(m => m.MentorId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
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

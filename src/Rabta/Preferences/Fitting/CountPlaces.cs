using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences.Fitting;

/// <summary>
/// How many places mentors have left beside the mentorships that stand. Within the caller's transaction and lock it is exact.
/// </summary>
public sealed class CountPlaces(RabtaDb db)
{
    public async Task<IReadOnlyDictionary<PersonId, int>> Run(
        CohortId cohort,
        IReadOnlyCollection<PersonId> mentors,
        CancellationToken stop
    )
    {
        var usual = await db
            .Cohorts.Where(c => c.Id == cohort)
            .Join(db.Programmes, c => c.ProgrammeId, p => p.Id, (c, p) => p.PlacesPerMentor)
            .SingleAsync(stop);
        var standing = db.Mentorships;
        return await db
            .Enrolments.Where(e => e.CohortId == cohort && e.Part == Part.Mentor && mentors.Contains(e.PersonId))
            .Select(e => new
            {
                e.PersonId,
                Free = (e.Places ?? usual) - standing.Count(m => m.CohortId == cohort && m.MentorId == e.PersonId && m.EndedAt == null),
            })
            .ToDictionaryAsync(x => x.PersonId, x => x.Free, stop);
    }
}

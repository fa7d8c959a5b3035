using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>How many mentees a mentor takes in a cohort, and how many they have now.</summary>
public sealed class MentorPlaces
{
    public required PersonId Mentor { get; init; }

    /// <summary>Their own number; the programme's where they gave none.</summary>
    public required int Places { get; init; }

    /// <summary>Their mentees in all cohorts and programmes: an hour is given once.</summary>
    public required int Taken { get; init; }

    /// <summary>False while they are away, and where they said that they take no new mentee.</summary>
    public required bool TakesNew { get; init; }
    public int Free => TakesNew ? Math.Max(0, Places - Taken) : 0;
}

public static class PlacesOfMentors
{
    extension(RabtaDb db)
    {
        /// <summary>
        /// One row for each mentor who takes part in the cohort; nobody else has places there. What a round proposes is not counted. Within
        /// the caller's transaction and the cohort's lock it is exact.
        /// </summary>
        public IQueryable<MentorPlaces> PlacesIn(CohortId cohort, Instant now)
        {
            var standing = db.Mentorships.Where(m => m.EndedAt == null);
            return db
                .TakingPart.Where(e => e.CohortId == cohort && e.Role == ProgrammeRole.Mentor)
                .Join(db.Cohorts, e => e.CohortId, c => c.Id, (e, c) => new { Enrolment = e, c.ProgrammeId })
                .Join(db.Programmes, x => x.ProgrammeId, p => p.Id, (x, p) => new { x.Enrolment, p.PlacesPerMentor })
                .Join(
                    db.People,
                    x => x.Enrolment.PersonId,
                    p => p.Id,
                    (x, p) =>
                        new
                        {
                            x.Enrolment,
                            x.PlacesPerMentor,
                            p.AwayUntil,
                        }
                )
                .Select(x => new MentorPlaces
                {
                    Mentor = x.Enrolment.PersonId,
                    Places = x.Enrolment.Places ?? x.PlacesPerMentor,
                    Taken = standing.Count(m => m.MentorId == x.Enrolment.PersonId),
                    TakesNew = !x.Enrolment.TakesNoNew && (x.AwayUntil == null || x.AwayUntil <= now),
                });
        }
    }
}

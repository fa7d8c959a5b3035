using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>How many mentees a mentor takes in a cohort, and how many pairs of theirs stand there.</summary>
public sealed class MentorPlaces
{
    public required PersonId Mentor { get; init; }

    /// <summary>Their own number; the programme's where they gave none.</summary>
    public required int Places { get; init; }
    public required int Taken { get; init; }
    public int Free => Places - Taken;
}

public static class PlacesOfMentors
{
    extension(RabtaDb db)
    {
        /// <summary>
        /// One row for each mentor of the cohort; nobody else has places there. What a round proposes is not counted. Within the caller's
        /// transaction and the cohort's lock it is exact.
        /// </summary>
        public IQueryable<MentorPlaces> PlacesIn(CohortId cohort)
        {
            var standing = db.Mentorships.Where(m => m.CohortId == cohort && m.EndedAt == null);
            return db
                .Enrolments.Where(e => e.CohortId == cohort && e.Role == ProgrammeRole.Mentor)
                .Join(db.Cohorts, e => e.CohortId, c => c.Id, (e, c) => new { Enrolment = e, c.ProgrammeId })
                .Join(db.Programmes, x => x.ProgrammeId, p => p.Id, (x, p) => new { x.Enrolment, p.PlacesPerMentor })
                .Select(x => new MentorPlaces
                {
                    Mentor = x.Enrolment.PersonId,
                    Places = x.Enrolment.Places ?? x.PlacesPerMentor,
                    Taken = standing.Count(m => m.MentorId == x.Enrolment.PersonId),
                });
        }
    }
}

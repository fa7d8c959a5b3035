using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences.Wishing;

/// <summary>A part that someone has in a cohort, and whether they still choose in it.</summary>
/// <param name="Mentor">The name of a mentee's mentor, once they have one: from then on their wishes rest.</param>
public sealed record MyEnrolment(Enrolment Enrolment, Cohort Cohort, Programme Programme, string? Mentor)
{
    public ProgrammeRole Role => Enrolment.Role;
    public bool Chooses => Mentor is null;

    /// <summary>A mentee may ask a mentor directly, beside the rounds.</summary>
    public bool MayAsk => Role == ProgrammeRole.Mentee && Chooses && Programme.MenteesMayAsk;

    /// <summary>Where they look at those they may choose.</summary>
    public string Path => $"/cohorts/{Cohort.Id.Value}/{(Role == ProgrammeRole.Mentee ? "mentors" : "mentees")}";
}

public sealed class SeeMyEnrolments(RabtaDb db)
{
    /// <summary>Null where I have no such part: the asker can't tell whether the cohort exists.</summary>
    public async Task<MyEnrolment?> One(CohortId cohort, ProgrammeRole role, PersonId me, CancellationToken stop) =>
        (await Load(db.TakingPart.Where(e => e.CohortId == cohort && e.Role == role && e.PersonId == me), me, stop)).SingleOrDefault();

    public Task<List<MyEnrolment>> All(PersonId me, CancellationToken stop) => Load(db.TakingPart.Where(e => e.PersonId == me), me, stop);

    /// <summary>Cohorts in which I may recommend: as a mentor, or because a coordinator named me.</summary>
    public async Task<List<(CohortId Id, string Name)>> Recommends(PersonId me, CancellationToken stop)
    {
        var (enrolments, named) = (db.TakingPart, db.Recommenders);
        var cohorts = await db
            .Cohorts.Where(c =>
                enrolments.Any(e => e.CohortId == c.Id && e.PersonId == me && e.Role == ProgrammeRole.Mentor)
                || named.Any(r => r.CohortId == c.Id && r.PersonId == me)
            )
            .Join(
                db.Programmes,
                c => c.ProgrammeId,
                p => p.Id,
                (c, p) =>
                    new
                    {
                        c.Id,
                        c.AcademicYear,
                        p.Name,
                    }
            )
            .OrderByDescending(x => x.AcademicYear)
            .AsNoTracking()
            .ToListAsync(stop);
        return cohorts.ConvertAll(x => (x.Id, x.Name.ToString()));
    }

    private async Task<List<MyEnrolment>> Load(IQueryable<Enrolment> which, PersonId me, CancellationToken stop)
    {
        var (cohorts, programmes) = (db.Cohorts, db.Programmes);
        var roles = await which
            .Join(cohorts, e => e.CohortId, c => c.Id, (e, c) => new { e, c })
            .Join(
                programmes,
                x => x.c.ProgrammeId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.e,
                        x.c,
                        p,
                    }
            )
            .OrderByDescending(x => x.c.AcademicYear)
            .ThenBy(x => x.e.Role)
            .AsNoTracking()
            .ToListAsync(stop);
        var mentors = await db
            .Mentorships.Where(m => m.MenteeId == me && m.EndedAt == null)
            .Join(db.People, m => m.MentorId, p => p.Id, (m, p) => new { m.CohortId, p })
            .AsNoTracking()
            .ToDictionaryAsync(x => x.CohortId, x => x.p.DisplayName, stop);
        return roles.ConvertAll(x => new MyEnrolment(
            x.e,
            x.c,
            x.p,
            x.e.Role == ProgrammeRole.Mentee ? mentors.GetValueOrDefault(x.c.Id) : null
        ));
    }
}

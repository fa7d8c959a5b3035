using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

public enum RecommendationState
{
    Counts,

    /// <summary>The two are paired.</summary>
    Paired,
    TakenBack,
}

/// <summary>A recommendation as staff see it.</summary>
public sealed record RecommendationRow(Recommendation Row, string Mentee, string Mentor, RecommendationState State);

public sealed record InvitationRow(RecommenderInvitation Row, string Name, bool IsOpen);

public sealed record TrustedRow(RecommenderId Id, PersonId Person, string Name);

/// <summary>Everything about recommendations of a cohort: what waits to be sorted first.</summary>
public sealed record RecommendationsOf(
    Cohort Cohort,
    IReadOnlyList<UnsortedRecommendation> Unsorted,
    IReadOnlyList<RecommendationRow> Rows,
    int All,
    IReadOnlyList<InvitationRow> Invitations,
    IReadOnlyList<TrustedRow> Trusted
);

public sealed class SeeRecommendations(RabtaDb db, IClock clock)
{
    public const int PerPage = 20;
    private const int Shown = 50;

    /// <summary>Of the programme's newest cohort; null where there is none.</summary>
    public async Task<RecommendationsOf?> Run(ProgrammeId programme, int page, CancellationToken stop)
    {
        var cohort = await db.Cohorts.AsNoTracking().NewestOf(programme).FirstOrDefaultAsync(stop);
        if (cohort is null)
            return null;
        var (id, people, standing, now) = (cohort.Id, db.People, db.Mentorships, clock.GetCurrentInstant());
        var all = db.Recommendations.Where(r => r.CohortId == id);
        var rows = await all.Join(people, r => r.MenteeId, p => p.Id, (r, mentee) => new { r, mentee })
            .Join(
                people,
                x => x.r.MentorId,
                p => p.Id,
                (x, mentor) =>
                    new
                    {
                        x.r,
                        x.mentee,
                        mentor,
                    }
            )
            .OrderBy(x => x.r.TakenBackAt != null)
            .ThenBy(x => x.mentee.Name)
            .ThenBy(x => x.r.Id)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .Select(x => new
            {
                x.r,
                Mentee = new { x.mentee.Name, x.mentee.Names },
                Mentor = new { x.mentor.Name, x.mentor.Names },
                Paired = standing.Any(m =>
                    m.CohortId == id && m.MenteeId == x.r.MenteeId && m.MentorId == x.r.MentorId && m.EndedAt == null
                ),
            })
            .AsNoTracking()
            .ToListAsync(stop);
        var invitations = await db
            .RecommenderInvitations.Where(i => i.CohortId == id)
            .Join(
                people,
                i => i.PersonId,
                p => p.Id,
                (i, p) =>
                    new
                    {
                        i,
                        p.Name,
                        p.Names,
                    }
            )
            .OrderByDescending(x => x.i.At)
            .Take(Shown)
            .AsNoTracking()
            .ToListAsync(stop);
        var trusted = await db
            .Recommenders.Where(r => r.CohortId == id)
            .Join(
                people,
                r => r.PersonId,
                p => p.Id,
                (r, p) =>
                    new
                    {
                        r.Id,
                        Person = p.Id,
                        p.Name,
                        p.Names,
                    }
            )
            .OrderBy(x => x.Name)
            .AsNoTracking()
            .ToListAsync(stop);
        return new(
            cohort,
            await db
                .UnsortedRecommendations.AsNoTracking()
                .Where(u => u.CohortId == id && u.SettledAt == null)
                .OrderBy(u => u.At)
                .ThenBy(u => u.Id)
                .Take(Shown)
                .ToListAsync(stop),
            rows.ConvertAll(x => new RecommendationRow(
                x.r,
                Name.Display(x.Mentee.Name, x.Mentee.Names),
                Name.Display(x.Mentor.Name, x.Mentor.Names),
                x.r.TakenBackAt is not null ? RecommendationState.TakenBack
                    : x.Paired ? RecommendationState.Paired
                    : RecommendationState.Counts
            )),
            await all.CountAsync(stop),
            invitations.ConvertAll(x => new InvitationRow(x.i, Name.Display(x.Name, x.Names), x.i.IsOpen(now))),
            trusted.ConvertAll(x => new TrustedRow(x.Id, x.Person, Name.Display(x.Name, x.Names)))
        );
    }
}

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
        var id = cohort.Id;
        return new(
            cohort,
            await Unsorted(id, stop),
            await Rows(id, page, stop),
            await db.Recommendations.CountAsync(r => r.CohortId == id, stop),
            await Invitations(id, stop),
            await Trusted(id, stop)
        );
    }

    private Task<List<UnsortedRecommendation>> Unsorted(CohortId cohort, CancellationToken stop) =>
        db
            .UnsortedRecommendations.AsNoTracking()
            .Where(u => u.CohortId == cohort && u.SettledAt == null)
            .OrderBy(u => u.At)
            .ThenBy(u => u.Id)
            .Take(Shown)
            .ToListAsync(stop);

    private async Task<List<RecommendationRow>> Rows(CohortId cohort, int page, CancellationToken stop)
    {
        var (people, standing) = (db.People, db.Mentorships.Where(m => m.CohortId == cohort && m.EndedAt == null));
        var rows = await db
            .Recommendations.AsNoTracking()
            .Where(r => r.CohortId == cohort)
            .Join(people, r => r.MenteeId, p => p.Id, (r, mentee) => new { Row = r, Mentee = mentee })
            .Join(
                people,
                x => x.Row.MentorId,
                p => p.Id,
                (x, mentor) =>
                    new
                    {
                        x.Row,
                        x.Mentee,
                        Mentor = mentor,
                    }
            )
            .OrderBy(x => x.Row.TakenBackAt != null)
            .ThenBy(x => x.Mentee.Name)
            .ThenBy(x => x.Row.Id)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .Select(x => new
            {
                x.Row,
                Mentee = new { x.Mentee.Name, x.Mentee.Names },
                Mentor = new { x.Mentor.Name, x.Mentor.Names },
                Paired = standing.Any(m => m.MenteeId == x.Row.MenteeId && m.MentorId == x.Row.MentorId),
            })
            .ToListAsync(stop);
        return rows.ConvertAll(x => new RecommendationRow(
            x.Row,
            Name.Display(x.Mentee.Name, x.Mentee.Names),
            Name.Display(x.Mentor.Name, x.Mentor.Names),
            x.Row.TakenBackAt is not null ? RecommendationState.TakenBack
                : x.Paired ? RecommendationState.Paired
                : RecommendationState.Counts
        ));
    }

    private async Task<List<InvitationRow>> Invitations(CohortId cohort, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var rows = await db
            .RecommenderInvitations.AsNoTracking()
            .Where(i => i.CohortId == cohort)
            .Join(
                db.People,
                i => i.PersonId,
                p => p.Id,
                (i, p) =>
                    new
                    {
                        Row = i,
                        p.Name,
                        p.Names,
                    }
            )
            .OrderByDescending(x => x.Row.At)
            .ThenByDescending(x => x.Row.Id)
            .Take(Shown)
            .ToListAsync(stop);
        return rows.ConvertAll(x => new InvitationRow(x.Row, Name.Display(x.Name, x.Names), x.Row.IsOpen(now)));
    }

    private async Task<List<TrustedRow>> Trusted(CohortId cohort, CancellationToken stop)
    {
        var rows = await db
            .Recommenders.AsNoTracking()
            .Where(r => r.CohortId == cohort)
            .Join(
                db.People,
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
            .ThenBy(x => x.Id)
            .ToListAsync(stop);
        return rows.ConvertAll(x => new TrustedRow(x.Id, x.Person, Name.Display(x.Name, x.Names)));
    }
}

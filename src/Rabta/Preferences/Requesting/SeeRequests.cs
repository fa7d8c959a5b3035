using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences.Wishing;
using Rabta.Programmes;

namespace Rabta.Preferences.Requesting;

/// <summary>
/// A request as one of its two sees it. <paramref name="Other"/> as far as they let those see who may choose them; null once they are none
/// of those.
/// </summary>
public sealed record RequestView(MentorRequest Request, bool IAmMentor, string Name, Candidate? Other, MentorshipOf? Pair)
{
    public PersonId OtherId => IAmMentor ? Request.MenteeId : Request.MentorId;
}

/// <summary>Where the two go on, once it was accepted.</summary>
public sealed record MentorshipOf(Guid Id);

/// <summary>Who may see a request: the two it is between.</summary>
public sealed class SeeRequests(RabtaDb db, SeeMyEnrolments roles, SeeCandidates candidates)
{
    private const int Shown = 50;

    public async Task<RequestView?> One(MentorRequestId id, PersonId me, CancellationToken stop)
    {
        if ((await Load(db.MentorRequests.Where(r => r.Id == id), me, stop)).SingleOrDefault() is not { } seen)
            return null;
        var request = seen.Request;
        var mine = await roles.One(request.CohortId, seen.IAmMentor ? ProgrammeRole.Mentor : ProgrammeRole.Mentee, me, stop);
        var pair = await db
            .Mentorships.Where(m =>
                m.CohortId == request.CohortId && m.MenteeId == request.MenteeId && m.MentorId == request.MentorId && m.EndedAt == null
            )
            .Select(m => new MentorshipOf(m.Id.Value))
            .FirstOrDefaultAsync(stop);
        return seen with
        {
            Other = mine is null || request.State != RequestState.Open ? null : await candidates.Single(mine, seen.OtherId, stop),
            Pair = pair,
        };
    }

    /// <summary>The open ones first, then the newest.</summary>
    public Task<List<RequestView>> Mine(PersonId me, CancellationToken stop) => Load(db.MentorRequests, me, stop);

    public Task<List<RequestView>> Open(PersonId me, CancellationToken stop) =>
        Load(db.MentorRequests.Where(r => r.State == RequestState.Open), me, stop);

    private async Task<List<RequestView>> Load(IQueryable<MentorRequest> which, PersonId me, CancellationToken stop)
    {
        var people = db.People;
        var rows = await which
            .Where(r => r.MenteeId == me || r.MentorId == me)
            .Join(people, r => r.MenteeId == me ? r.MentorId : r.MenteeId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(x => x.r.State)
            .ThenByDescending(x => x.r.At)
            .ThenBy(x => x.r.Id)
            .Take(Shown)
            .AsNoTracking()
            .ToListAsync(stop);
        return rows.ConvertAll(x => new RequestView(x.r, x.r.MentorId == me, x.p.DisplayName, null, null));
    }
}

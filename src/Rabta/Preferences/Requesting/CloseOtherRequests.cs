using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.News;

namespace Rabta.Preferences.Requesting;

/// <summary>
/// Closes the other open requests of a mentee who got a mentor in whatever way. The mentors who were asked are told kindly.
/// </summary>
public sealed class CloseOtherRequests(RabtaDb db, INotify notify, IClock clock) : IHandle<PairsBegan>
{
    public async Task Handle(PairsBegan told, CancellationToken stop)
    {
        var begun = told.Pairs.ToDictionary(m => (m.CohortId, m.MenteeId));
        var cohorts = told.Pairs.Select(m => m.CohortId).Distinct().ToList();
        var open = (await db.MentorRequests.Where(r => cohorts.Contains(r.CohortId) && r.State == RequestState.Open).ToListAsync(stop))
            .Where(r => r.State == RequestState.Open && begun.ContainsKey((r.CohortId, r.MenteeId)))
            .ToList();
        if (open.Count == 0)
            return;
        var (now, mentees) = (clock.GetCurrentInstant(), open.Select(r => r.MenteeId).Distinct().ToList());
        var people = await db.People.Where(p => mentees.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var request in open)
        {
            var pair = begun[(request.CohortId, request.MenteeId)];
            request.Settle(RequestState.Settled, null, now, pair.Round);
            // Nobody is told of a round's pairs for ten minutes, since the round can be taken back.
            if (request.MentorId != pair.MentorId)
                notify.Notify(
                    new(
                        RequestNews.HasMentor,
                        request.MentorId,
                        [people[request.MenteeId].EveryName],
                        $"/requests/{request.Id.Value}",
                        pair.Round is null ? now : now + Mentorship.Quiet,
                        pair.Round
                    )
                );
        }
    }
}

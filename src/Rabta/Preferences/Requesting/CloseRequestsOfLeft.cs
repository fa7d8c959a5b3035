using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.Leaving;
using Rabta.Platform.Database;
using Rabta.Platform.Events;

namespace Rabta.Preferences.Requesting;

/// <summary>
/// Closes the open requests of somebody who has left. Nobody is to blame, as when a request was not answered for two weeks.
/// </summary>
public sealed class CloseRequestsOfLeft(RabtaDb db, IClock clock) : IHandle<PersonLeft>
{
    public async Task Handle(PersonLeft told, CancellationToken stop)
    {
        var (cohort, person) = (told.Enrolment.CohortId, told.Enrolment.PersonId);
        var open = await db
            .MentorRequests.Where(r =>
                r.CohortId == cohort && r.State == RequestState.Open && (r.MenteeId == person || r.MentorId == person)
            )
            .ToListAsync(stop);
        foreach (var request in open)
            request.Settle(request.MenteeId == person ? RequestState.Withdrawn : RequestState.Closed, null, clock.GetCurrentInstant());
    }
}

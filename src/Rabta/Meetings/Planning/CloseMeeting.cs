using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.Ending;
using Rabta.Platform.Database;
using Rabta.Platform.Events;

namespace Rabta.Meetings.Planning;

/// <summary>When a mentorship ends, its open meeting is cancelled and the calendar entry is withdrawn.</summary>
public sealed class CloseMeeting(RabtaDb db, IClock clock) : IHandle<MentorshipEnded>
{
    public async Task Handle(MentorshipEnded told, CancellationToken stop)
    {
        await db.HoldLock(told.Mentorship.Value, stop);
        var open = await db.Meetings.FirstOrDefaultAsync(m => m.MentorshipId == told.Mentorship && m.ClosedAt == null, stop);
        open?.Cancel(told.By, null, clock.GetCurrentInstant());
    }
}

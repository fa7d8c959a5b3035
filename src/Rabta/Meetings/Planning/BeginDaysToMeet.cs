using NodaTime;
using Rabta.Mentorships.Accepting;
using Rabta.Platform.Database;
using Rabta.Platform.Events;

namespace Rabta.Meetings.Planning;

/// <summary>When both have accepted the ground rules, the programme's days to meet for the first time begin.</summary>
public sealed class BeginDaysToMeet(RabtaDb db) : IHandle<BothAccepted>
{
    public async Task Handle(BothAccepted told, CancellationToken stop)
    {
        var meetings = await db.KeepMeetingsOf([.. told.Pairs.Select(p => p.Id)], stop);
        foreach (var pair in told.Pairs)
            meetings[pair.Id].MayMeet(pair.BothAcceptedAt!.Value + Duration.FromDays(told.Programme.FirstMeetingDays));
    }
}

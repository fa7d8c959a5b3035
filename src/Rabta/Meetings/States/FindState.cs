using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Platform.Database;

namespace Rabta.Meetings.States;

/// <summary>
/// Works out where a pair stands. No column says it: it follows from the pair, its newest meeting, and whether they have met.
/// </summary>
public sealed class FindState(RabtaDb db) : IFindState
{
    public async Task<Standing> Of(Mentorship pair, Instant now, CancellationToken stop)
    {
        var newest = await db.NewestOf(pair.Id, stop);
        return new(Of(pair, newest, await db.MeetingsOf(pair.Id, stop), now), newest?.By);
    }

    public static PairState Of(Mentorship pair, Meeting? newest, PairMeetings? meetings, Instant now) =>
        !pair.IsStanding ? PairState.Ended
        : pair.BothAcceptedAt is null ? PairState.Published
        : newest switch
        {
            { State: MeetingState.Proposed } => PairState.Proposed,
            { State: MeetingState.Planned } => newest.HasBegun(now) ? PairState.Begun : PairState.Planned,
            _ => meetings?.FirstMetAt is null ? PairState.BothAccepted : PairState.UnderWay,
        };
}

using NodaTime;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.States;

/// <summary>They have not met yet.</summary>
public sealed class FirstMeetingStep(Dates dates, Zone zone) : INextStep
{
    public int Order => 300;

    public Task<NextStep?> Of(PairNow now, CancellationToken stop) =>
        Task.FromResult<NextStep?>(
            now.Meetings.FirstMetAt is not null
                ? null
                : new(
                    new("next.meet", now.Pair.Partner.Name),
                    new(
                        now.InPersonOnly ? "next.meet.in-person" : "next.meet.any",
                        now.Meetings.MeetBy is { } by ? dates.Day(by.InZone(zone.OfReader).Date) : ""
                    ),
                    MeetingWords.Suggest(now)
                )
        );
}

/// <summary>They have met, and meet again.</summary>
public sealed class NextMeetingStep(Dates dates, Zone zone) : INextStep
{
    public int Order => 900;

    public Task<NextStep?> Of(PairNow now, CancellationToken stop)
    {
        var (who, met) = (now.Pair.Partner.Name, dates.Short(now.Meetings.LastMetAt!.Value.InZone(zone.OfReader).Date));
        return Task.FromResult<NextStep?>(
            now.NextIsDue
                ? new(new("next.again", who, met), null, MeetingWords.Suggest(now))
                : new(new("next.met", who, met), null, null, MeetingWords.Suggest(now))
        );
    }
}

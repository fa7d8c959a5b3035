using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;

namespace Rabta.Meetings.States;

/// <summary>First both accept the ground rules; after the end there is only thanks.</summary>
public sealed class RulesStep : INextStep
{
    public int Order => 100;

    public Task<NextStep?> Of(PairNow now, CancellationToken stop) => Task.FromResult(Of(now));

    private static NextStep? Of(PairNow now)
    {
        var (pair, who) = (now.Pair, now.Pair.Partner.Name);
        var me = pair.IAmMentor ? "mentor" : "mentee";
        var page = PairPages.Of(pair.Mentorship.Id);
        if (now.State == PairState.Ended)
            return new(new($"next.Ended.{me}"), null, null);
        if (pair.IAccepted)
            return now.State == PairState.Published ? new(new($"next.Theirs.{me}", who), new("next.Theirs.why", who), null) : null;
        return pair.Mentorship.BothAcceptedAt is null
            ? new(
                new($"next.Mine.{me}", who),
                new("next.Mine.why", who),
                new(new("next.read"), $"{page}#rules"),
                pair.IAsked is null ? new(new("next.cant"), $"{page}/change") : null
            )
            : new(new("next.rules"), new("next.rules.why"), new(new("next.read"), $"{page}#rules"));
    }
}

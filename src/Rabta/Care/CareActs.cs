using Rabta.Care.Talking;
using Rabta.Mentorships.States;

namespace Rabta.Care;

/// <summary>The acts of this module.</summary>
public static class CareActs
{
    public static readonly Act Waive = new(
        nameof(Waive),
        Who.Coordinator,
        PairState.Published,
        PairState.BothAccepted,
        PairState.Proposed,
        PairState.Planned,
        PairState.Begun
    );
    public static readonly Act PlanTalk = new(nameof(PlanTalk), Who.Coordinator, PairStates.Standing);

    public static readonly IReadOnlyList<Act> All = [Waive, PlanTalk];
}

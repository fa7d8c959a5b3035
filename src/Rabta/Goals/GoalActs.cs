using Rabta.Goals.Suggesting;
using Rabta.Goals.Writing;
using Rabta.Mentorships.States;

namespace Rabta.Goals;

/// <summary>The acts of this module.</summary>
public static class GoalActs
{
    public static readonly Act WriteGoal = new(nameof(WriteGoal), Who.Mentee, PairStates.Accepted);
    public static readonly Act SuggestGoal = new(nameof(SuggestGoal), Who.Mentor, PairStates.Accepted);

    public static readonly IReadOnlyList<Act> All = [WriteGoal, SuggestGoal];
}

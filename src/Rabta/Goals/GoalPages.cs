namespace Rabta.Goals;

/// <summary>The addresses of this module that others link to.</summary>
public static class GoalPages
{
    public static string Of(GoalId goal) => $"/goals/{goal.Value}";
}

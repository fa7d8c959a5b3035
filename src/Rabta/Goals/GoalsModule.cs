namespace Rabta.Goals;

public static class GoalsModule
{
    public static void AddGoals(this IServiceCollection services)
    {
    }
}

using Rabta.Goals.Commenting;
using Rabta.Goals.Suggesting;
using Rabta.Goals.Waiting;
using Rabta.Goals.Writing;
using Rabta.Meetings;
using Rabta.Meetings.States;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Design;

namespace Rabta.Goals;

public static class GoalsModule
{
    public static void AddGoals(this IServiceCollection services)
    {
        services.AddScoped<Programmes.Inventing.IInvent, Inventing.InventGoals>();
        services.AddScoped<SeeGoals>();
        services.AddActs(GoalActs.All);
        services.AddWait<NoGoal>();
        services.AddScoped<INextStep, FirstGoalStep>();
        services.AddSingleton(new PairSection(120, typeof(GoalsOfPair)));
        services.AddScoped<WriteGoal>();
        services.AddScoped<ChangeGoal>();
        services.AddScoped<TickStep>();
        services.AddScoped<SettleGoal>();
        services.AddScoped<SuggestGoal>();
        services.AddScoped<AnswerSuggestion>();
        services.AddScoped<CommentGoal>();
        foreach (var kind in GoalNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(new BarItem(35, "/goals", "flag", typeof(Texts), "goals", viewer => !viewer.IsStaff));
    }
}

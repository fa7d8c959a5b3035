using Rabta.Matches.Comparing;
using Rabta.Matches.Publishing;
using Rabta.Matches.Reviewing;
using Rabta.Matches.Running;
using Rabta.Matches.Switching;
using Rabta.Mentorships.Ending;
using Rabta.Platform.Design;

namespace Rabta.Matches;

public static class MatchesModule
{
    public static void AddMatches(this IServiceCollection services)
    {
        services.AddScoped<Programmes.Inventing.IInvent, Inventing.InventRound>();
        services.AddScoped<ReadCohort>();
        services.AddScoped<SolveRound>();
        services.AddScoped<RunRound>();
        services.AddScoped<BuildRoundReport>();
        services.AddScoped<ListRounds>();
        services.AddScoped<CompareObjectives>();
        services.AddScoped<AskWhatIf>();
        services.AddScoped<AskWhyNot>();
        services.AddScoped<RepeatRound>();
        services.AddScoped<SeeSwitches>();
        services.AddScoped<SeeHandOver>();
        services.AddSingleton(new StaffSection(70, typeof(SwitchesForStaff)));
        services.AddScoped<ReviewRound>();
        services.AddScoped<ChangePair>();
        services.AddScoped<UndoChange>();
        services.AddScoped<SeeChoices>();
        services.AddScoped<PublishRound>();
        services.AddScoped<TakeBackRound>();
        services.AddScoped<SendTest>();
        services.AddScoped<SeeMails>();
        services.AddScoped<SeeAudience>();
        services.AddSingleton(new BarItem(30, "/matching", "match", typeof(Texts), "matching", viewer => viewer.IsStaff));
    }
}

using Rabta.Matches.Comforting;
using Rabta.Matches.Comparing;
using Rabta.Matches.Fitting;
using Rabta.Matches.Publishing;
using Rabta.Matches.Recommending;
using Rabta.Matches.Requesting;
using Rabta.Matches.Reviewing;
using Rabta.Matches.Running;
using Rabta.Matches.Switching;
using Rabta.Matches.Wishing;
using Rabta.Mentorships.Accepting;
using Rabta.Platform.Design;
using Rabta.Platform.Events;
using Rabta.Platform.Jobs;
using Rabta.Platform.Mail;

namespace Rabta.Matches;

public static class MatchesModule
{
    public static void AddMatches(this IServiceCollection services)
    {
        services.AddScoped<ReadCohort>();
        services.AddScoped<SolveRound>();
        services.AddScoped<RunRound>();
        services.AddScoped<TellResult>();
        services.AddScoped<ListRounds>();
        services.AddScoped<CompareModes>();
        services.AddScoped<AskWhatIf>();
        services.AddScoped<AskWhyNot>();
        services.AddScoped<RepeatRound>();
        services.AddScoped<SeeSwitches>();
        services.AddSingleton<Mentorships.Ending.IShowToStaff, ShowSwitchesToStaff>();
        services.AddScoped<ReviewRound>();
        services.AddScoped<ChangePair>();
        services.AddScoped<UndoChange>();
        services.AddScoped<SeeChoices>();
        services.AddScoped<PublishRound>();
        services.AddScoped<TakeBackRound>();
        services.AddScoped<SendTest>();
        services.AddScoped<SeeMails>();
        services.AddScoped<SeeAudience>();
        services.AddScoped<SeeFit>();
        services.AddScoped<CountPlaces>();
        services.AddScoped<SeeMyParts>();
        services.AddScoped<SeeWishes>();
        services.AddScoped<SeeCandidates>();
        services.AddScoped<ChangeWishes>();
        services.AddScoped<SayWhomIHelp>();
        services.AddScoped<SeeComfort>();
        services.AddScoped<SayComfort>();
        services.AddScoped<FindPair>();
        services.AddScoped<Recommend>();
        services.AddScoped<SeeInvitation>();
        services.AddScoped<SeeRecommendations>();
        services.AddScoped<SortRecommendation>();
        services.AddScoped<InviteRecommender>();
        services.AddScoped<IMakeLink, MakeInvitationLink>();
        services.AddSingleton(RecommendNews.Invited);
        services.AddScoped<SeeRequests>();
        services.AddScoped<AskMentor>();
        services.AddScoped<AnswerRequest>();
        services.AddScoped<IHandle<PairsBegan>, CloseOtherRequests>();
        services.AddScoped<IHousekeep, KeepRequestTimes>();
        services.AddScoped<IHousekeep, ForgetInvitations>();
        foreach (var kind in RequestNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(new BarItem(30, "/matching", "match", typeof(Texts), "matching", viewer => viewer.IsStaff));
    }
}

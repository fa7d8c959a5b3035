using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.People;
using Rabta.Platform.Design;
using Rabta.Platform.Events;
using Rabta.Platform.Jobs;
using Rabta.Platform.Mail;
using Rabta.Preferences.Fitting;
using Rabta.Preferences.Preferring;
using Rabta.Preferences.Recommending;
using Rabta.Preferences.Requesting;
using Rabta.Preferences.Wishing;
using Rabta.Programmes.Answering;
using Rabta.Programmes.Arranging;

namespace Rabta.Preferences;

public static class PreferencesModule
{
    public static void AddPreferences(this IServiceCollection services)
    {
        services.AddScoped<Programmes.Inventing.IInvent, Inventing.InventPreferences>();
        services.AddScoped<SeeFit>();
        services.AddScoped<SeeMyEnrolments>();
        services.AddScoped<IHandle<Mentorships.Leaving.PersonLeft>, Requesting.CloseRequestsOfLeft>();
        services.AddScoped<SeeWishes>();
        services.AddScoped<SeeCandidates>();
        services.AddScoped<ChangeWishes>();
        services.AddScoped<SayWhomIHelp>();
        services.AddScoped<SeePrivatePreferences>();
        services.AddSingleton<AspectWords>();
        services.AddScoped<SavePrivatePreferences>();
        services.AddScoped<FindPair>();
        services.AddScoped<Recommend>();
        services.AddScoped<SeeInvitation>();
        services.AddScoped<SeeRecommendations>();
        services.AddScoped<SortRecommendation>();
        services.AddScoped<InviteRecommender>();
        services.AddScoped<SeeRequests>();
        services.AddScoped<AskMentor>();
        services.AddScoped<AnswerRequest>();
        services.AddScoped<IMakeLink, MakeInvitationLink>();
        services.AddScoped<IHandle<PairsBegan>, CloseOtherRequests>();
        services.AddScoped<IHousekeep, KeepRequestTimes>();
        services.AddScoped<IHousekeep, ForgetInvitations>();
        services.AddSingleton(RecommendNews.Invited);
        foreach (var kind in RequestNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(
            new LinkOn(typeof(ProgrammePage), id => $"/programmes/{id}/recommendations", typeof(Texts), "programme.recommendations")
        );
        services.AddSingleton(new AboutMeSection(20, typeof(WishesAboutMe)));
        services.AddSingleton(new AskedElsewhere(Aspects.Own));
        services.AddScoped<IKeepApart, KeepConflictsApart>();
    }
}

using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Design;
using Rabta.Platform.Events;
using Rabta.Programmes;

namespace Rabta.Mentorships;

public static class MentorshipsModule
{
    public static void AddMentorships(this IServiceCollection services)
    {
        services.AddSingleton(new People.Seeing.PersonSection(100, typeof(PairsOfPerson)));
        services.AddScoped<Inventing.InventPairs>();
        services.AddScoped<Programmes.Inventing.IInvent>(s => s.GetRequiredService<Inventing.InventPairs>());
        services.AddScoped<SeePairs>();
        services.AddScoped<HoldPair>();
        services.AddActs(PairActs.All);
        services.AddScoped<ReaderDays>();
        services.AddWait<MustStop>();
        services.AddWait<AsksForChange>();
        services.AddWait<CantTakeOn>();
        services.AddWait<NotAccepted>();
        services.AddScoped<ListPairs>();
        services.AddScoped<AcceptRules>();
        services.AddScoped<BeginPairs>();
        services.AddScoped<ShareMyPhone>();
        services.AddScoped<EndPair>();
        services.AddScoped<EndMentorship>();
        services.AddScoped<IHandle<People.Merging.PeopleMerging>, Merging.RefuseMerge>();
        services.AddScoped<Leaving.LeaveProgramme>();
        services.AddScoped<Leaving.StopMentoring>();
        services.AddScoped<IHandle<People.Away.AwayChanged>, Leaving.TellPairsAway>();
        services.AddSingleton(new LinkOn(typeof(People.MorePage), _ => "/taking-part", typeof(Texts), "taking-part"));
        services.AddScoped<AskForChange>();
        services.AddSingleton<ListOfNames>();
        services.AddScoped<IHandle<GroundRulesChanged>, AskAnew>();
        services.AddScoped<IHandle<People.Correcting.PersonCorrected>, Placing.KeepPlaces>();
        services.AddSingleton(new People.Correcting.CorrectPersonSection(20, typeof(Placing.PlacesToCorrect)));
        foreach (var kind in MentorshipNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(new BarItem(40, "/mentorships", "pairs", typeof(Texts), "pairs", viewer => viewer.IsStaff));
    }
}

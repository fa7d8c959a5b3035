using Rabta.People.Correcting;
using Rabta.Platform.Design;
using Rabta.Programmes.Arranging;
using Rabta.Programmes.Enrolling;

namespace Rabta.Programmes;

public static class ProgrammesModule
{
    public static void AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<Inventing.IInvent, Inventing.InventPeople>();
        services.AddSingleton<DefaultRules>();
        services.AddScoped<OpenProgramme>();
        services.AddScoped<ArrangeProgramme>();
        services.AddScoped<Enrol>();
        services.AddScoped<ListPeople>();
        services.AddScoped<Rabta.Platform.Events.IHandle<People.Merging.PeopleMerging>, Merging.MergeEnrolments>();
        services.AddScoped<Rabta.Platform.Events.IHandle<People.Merging.PeopleParted>, Merging.MergeEnrolments>();
        services.AddScoped<Leaving.TakeNoNew>();
        services.AddScoped<Leaving.ComeBack>();
        services.AddSingleton(new People.Seeing.PersonSection(150, typeof(Leaving.TakingPart)));
        services.AddScoped<Asking.SettleQuestions>();
        services.AddScoped<Answering.SeeMyAnswers>();
        services.AddScoped<Rabta.Platform.Events.IHandle<Rabta.People.Correcting.MyselfCorrected>, Answering.CorrectAnswers>();
        services.AddSingleton(new People.AboutMeSection(10, typeof(Answering.MyAnswers)));
        services.AddSingleton(new People.Seeing.PersonSection(10, typeof(RolesOfPerson)));
        services.AddSingleton(new BarItem(20, "/people", "people", typeof(Texts), "people", viewer => viewer.IsStaff));
    }
}

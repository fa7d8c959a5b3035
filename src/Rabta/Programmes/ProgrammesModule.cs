using Rabta.Programmes.Arranging;
using Rabta.Programmes.Importing;

namespace Rabta.Programmes;

public static class ProgrammesModule
{
    public static void AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<OpenProgramme>();
        services.AddScoped<ArrangeProgramme>();
        services.AddScoped<Enrol>();
        services.AddScoped<ReadKnownPeople>();
        services.AddScoped<LookAtLists>();
        services.AddScoped<StoreQuestions>();
        services.AddScoped<StorePeople>();
        services.AddScoped<StoreLinks>();
        services.AddScoped<ImportPeople>();
    }
}

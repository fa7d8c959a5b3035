using Rabta.Programmes.Arranging;

namespace Rabta.Programmes;

public static class ProgrammesModule
{
    public static void AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<OpenProgramme>();
        services.AddScoped<ArrangeProgramme>();
        services.AddScoped<Enrol>();
    }
}

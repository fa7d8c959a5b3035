using Rabta.Care.Queueing;
using Rabta.Care.Reminding;
using Rabta.Care.Talking;
using Rabta.Care.Waiving;
using Rabta.Mentorships.Ending;

namespace Rabta.Care;

public static class CareModule
{
    public static void AddCare(this IServiceCollection services)
    {
        services.AddScoped<SeeQueue>();
        services.AddScoped<QueueWords>();
        services.AddScoped<SendReminders>();
        services.AddScoped<RemindPair>();
        services.AddScoped<RemindAll>();
        services.AddScoped<CountReminders>();
        services.AddScoped<PlanTalk>();
        services.AddScoped<WaiveInPerson>();
        foreach (var kind in CareNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(new StaffSection(40, typeof(Waiving.WaiverForStaff)));
    }
}

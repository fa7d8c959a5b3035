using Rabta.Care.Queueing;
using Rabta.Care.Reminding;
using Rabta.Care.Talking;
using Rabta.Care.Waiving;
using Rabta.Meetings;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Platform.Events;

namespace Rabta.Care;

public static class CareModule
{
    public static void AddCare(this IServiceCollection services)
    {
        services.AddActs(CareActs.All);
        services.AddScoped<FindWaiting>();
        services.AddScoped<SeeQueue>();
        services.AddScoped<QueueWords>();
        services.AddScoped<SendReminders>();
        services.AddScoped<RemindPair>();
        services.AddScoped<RemindAll>();
        services.AddScoped<CountReminders>();
        services.AddScoped<PlanTalk>();
        services.AddScoped<WaiveInPerson>();
        services.AddScoped<IHandle<ChangeAsked>, ShowAtOnce>();
        foreach (var kind in CareNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(new PairSection(50, typeof(Waiving.WaiverOfPair)));
        services.AddSingleton(new StaffSection(40, typeof(Waiving.WaiverForStaff)));
    }
}

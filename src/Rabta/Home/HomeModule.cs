using Rabta.Meetings;
using Rabta.Platform.Design;

namespace Rabta.Home;

public static class HomeModule
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddScoped<Demo.InventCollege>();
        services.AddScoped<Waiting.SeeRefusedMail>();
        services.AddSingleton(new PairSection(210, typeof(Pairing.OurWay)));
        services.AddSingleton(new BarItem(10, "/", "home", typeof(Texts), "home", _ => true));
    }
}

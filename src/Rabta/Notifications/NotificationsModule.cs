using Rabta.Notifications.Sending;
using Rabta.People.SigningIn;
using Rabta.Platform.Mail;
using Rabta.Platform.News;
using Rabta.Platform.Settings;

namespace Rabta.Notifications;

public static class NotificationsModule
{
    public static void AddNotifications(this IServiceCollection services, RabtaSettings settings)
    {
        services.AddScoped<ITellPeople, TellPeople>();
        services.AddScoped<WriteLetter>();
        services.AddScoped<SendWaiting>();
        services.AddHostedService<Postman>();
        if (settings.MailsAreFiles)
            services.AddSingleton<ISendLetters, FileLetters>();
        else
            services.AddSingleton<ISendLetters, SmtpLetters>();
        services.AddSingleton(SignInNews.LinkAsked);
        services.AddSingleton(SignInNews.SlipPrinted);
    }
}

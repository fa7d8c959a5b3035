using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.People.SigningIn;
using Rabta.Platform.Design;
using Rabta.Platform.Events;
using Rabta.Platform.Mail;
using Rabta.Platform.News;
using Rabta.Platform.Settings;

namespace Rabta.Notifications;

public static class NotificationsModule
{
    public static void AddNotifications(this IServiceCollection services, RabtaSettings settings)
    {
        services.AddScoped<INotify, NotifyPeople>();
        services.AddScoped<WriteEmail>();
        services.AddScoped<SendWaiting>();
        services.AddHostedService<EmailWorker>();
        if (settings.MailsAreFiles)
            services.AddSingleton<ISendEmail, FileEmails>();
        else
            services.AddSingleton<ISendEmail, SmtpEmails>();
        services.AddSingleton(new LinkOn(typeof(People.MorePage), _ => "/news", typeof(Texts), "more.news"));
        services.AddSingleton(new LinkOn(typeof(People.SigningIn.SignInPage), _ => "/mail", typeof(Texts), "sign-in.mail-here"));
        services.AddSingleton(new People.Seeing.PersonSection(200, typeof(MailsOfPerson)));
        services.AddScoped<IHandle<AddressChanged>, AddressNews>();
        services.AddSingleton(AddressNews.Here);
        services.AddSingleton(AddressNews.Gone);
        services.AddSingleton(SignInNews.LinkAsked);
        services.AddSingleton(SignInNews.SlipPrinted);
    }
}

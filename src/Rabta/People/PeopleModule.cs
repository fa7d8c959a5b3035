using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Rabta.People.Correcting;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Design;
using Rabta.Platform.Settings;

namespace Rabta.People;

public static class PeopleModule
{
    public static void AddPeople(this IServiceCollection services, RabtaSettings settings)
    {
        services
            .AddIdentityCore<Account>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.AllowedUserNameCharacters = null!;
                o.Password = new PasswordOptions
                {
                    RequiredLength = SetPassword.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddEntityFrameworkStores<RabtaDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddSingleton<ITicketStore, Sessions>();
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ITicketStore>(
                (o, sessions) =>
                {
                    o.SessionStore = sessions;
                    o.ExpireTimeSpan = TimeSpan.FromDays(90);
                    o.Cookie.Name = settings.SecureCookies ? "__Host-rabta" : "rabta";
                    o.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.Path = "/";
                }
            );
        services.AddScoped<IRecognise, RecogniseByAccount>();
        services.AddScoped<SignInRateLimit>();
        services.AddScoped<Rabta.Platform.Jobs.IHousekeep, ExpiredSessionCleanup>();
        services.AddScoped<AskForLink>();
        services.AddScoped<UseLink>();
        services.AddScoped<UsePassword>();
        services.AddScoped<SetPassword>();
        services.AddScoped<EndSession>();
        services.AddScoped<EndSessions>();
        services.AddScoped<SignOutEverywhere>();
        services.AddScoped<PrintSlip>();
        services.AddScoped<CorrectMyself>();
        services.AddScoped<CorrectPerson>();
        services.AddScoped<MoveAddress>();
        services.AddScoped<Away.SetAway>();
        services.AddPeopleForStaff();
        services.AddScoped<Adding.AddPerson>();
        services.AddScoped<Adding.FoundInstitution>();
        services.AddScoped<IFillColumns, Finding.FillKeys>();
        services.AddSingleton(new BarItem(90, "/more", "more", typeof(Texts), "more", _ => true));
    }

    /// <summary>What only staff do to people.</summary>
    private static void AddPeopleForStaff(this IServiceCollection services)
    {
        services.AddScoped<Merging.MoveRows>();
        services.AddScoped<Merging.MergePeople>();
        services.AddScoped<Merging.UndoMerge>();
        services.AddScoped<Rabta.Platform.Jobs.IHousekeep, Merging.ForgetMerges>();
        services.AddScoped<Noting.KeepNotes>();
        services.AddSingleton(new Seeing.PersonSection(300, typeof(Noting.NotesOfPerson)));
        services.AddScoped<Arranging.ArrangeInstitution>();
        services.AddScoped<Staffing.InviteStaff>();
        services.AddScoped<Staffing.RemoveStaff>();
        services.AddSingleton(Staffing.StaffNews.Invited);
        services.AddSingleton(Staffing.StaffNews.Removed);
    }
}

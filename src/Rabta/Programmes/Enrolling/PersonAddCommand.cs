using Rabta.People.Adding;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Database;
using Rabta.Platform.Language;

namespace Rabta.Programmes.Enrolling;

/// <summary><c>rabta person add</c>: one person and a link that lets them in once. The first coordinator comes in this way.</summary>
public sealed class PersonAddCommand(Languages languages) : ICommand
{
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "person add";
    public IReadOnlyList<string> Options => ["--name", "--address", "--role", "--programme", "--institution", "--urls"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.One("--name") is not { } name || context.One("--role") is not ("coordinator" or "mentor" or "mentee"))
            return context.Say(CommandContext.BadUse, T["person-add.use"]);
        var role = context.One("--role")!;
        if (role != "coordinator" && context.One("--programme") is null)
            return context.Say(CommandContext.BadUse, T["person-add.programme"]);
        if (context.Host.Settings(context) is not { } settings)
            return CommandContext.Refused;
        await using var services = context.Host.Services(settings);
        await services.Migrate(stop);
        await using var scope = services.CreateAsyncScope();
        var get = scope.ServiceProvider;
        await get.GetRequiredService<FoundInstitution>().Run(context.One("--institution") ?? T["institution.unnamed"], stop);
        var (person, secret, refusal) = await get.GetRequiredService<AddPerson>()
            .Run(name, context.One("--address"), role == "coordinator", stop);
        if (refusal is not null)
            return context.Say(CommandContext.Refused, new Localizer<Rabta.People.Texts>(languages)[refusal.Key, refusal.Values]);
        if (role != "coordinator")
            await get.GetRequiredService<Enrol>()
                .Run(context.One("--programme")!, person, role == "mentor" ? ProgrammeRole.Mentor : ProgrammeRole.Mentee, stop);
        var address =
            settings.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? context.One("--urls")?.Split(';')[0] ?? "http://localhost:5000";
        await context.Out.WriteLineAsync($"{address.TrimEnd('/')}/in/{secret}");
        return CommandContext.Done;
    }
}

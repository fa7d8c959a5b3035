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
    public IReadOnlyList<string> Takes => ["--name", "--address", "--role", "--programme", "--institution", "--urls"];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        if (given.One("--name") is not { } name || given.One("--role") is not ("coordinator" or "mentor" or "mentee"))
            return given.Say(Given.BadUse, T["person-add.use"]);
        var role = given.One("--role")!;
        if (role != "coordinator" && given.One("--programme") is null)
            return given.Say(Given.BadUse, T["person-add.programme"]);
        if (given.Rabta.Settings(given) is not { } settings)
            return Given.Refused;
        await using var services = given.Rabta.Services(settings);
        await services.Migrate(stop);
        await using var scope = services.CreateAsyncScope();
        var get = scope.ServiceProvider;
        await get.GetRequiredService<FoundInstitution>().Run(given.One("--institution") ?? T["institution.unnamed"], stop);
        var (person, secret, refusal) = await get.GetRequiredService<AddPerson>()
            .Run(name, given.One("--address"), role == "coordinator", stop);
        if (refusal is not null)
            return given.Say(Given.Refused, new Localizer<Rabta.People.Texts>(languages)[refusal.Key, refusal.Values]);
        if (role != "coordinator")
            await get.GetRequiredService<Enrol>()
                .Run(given.One("--programme")!, person, role == "mentor" ? Part.Mentor : Part.Mentee, stop);
        var address =
            settings.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? given.One("--urls")?.Split(';')[0] ?? "http://localhost:5000";
        await given.Out.WriteLineAsync($"{address.TrimEnd('/')}/in/{secret}");
        return Given.Done;
    }
}

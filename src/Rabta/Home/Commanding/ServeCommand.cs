using Rabta.Platform.CommandLine;
using Rabta.Platform.Database;

namespace Rabta.Home.Commanding;

/// <summary><c>rabta serve</c>: the server, until it is told to stop.</summary>
public sealed class ServeCommand : ICommand
{
    public string Name => "serve";
    public IReadOnlyList<string> Takes => ["--urls"];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        if (given.Rabta.Settings(given) is not { } settings)
            return Given.Refused;
        await using var app = given.Rabta.Server(settings, given.One("--urls"));
        await app.Services.Migrate(stop);
        await app.RunAsync(stop);
        return Given.Done;
    }
}

/// <summary><c>rabta migrate</c>: creates the database or brings it up to this version.</summary>
public sealed class MigrateCommand : ICommand
{
    public string Name => "migrate";
    public IReadOnlyList<string> Takes => [];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        if (given.Rabta.Settings(given) is not { } settings)
            return Given.Refused;
        await using var services = given.Rabta.Services(settings);
        await services.Migrate(stop);
        return Given.Done;
    }
}

using Rabta.Platform.CommandLine;
using Rabta.Platform.Database;

namespace Rabta.Home.Commanding;

/// <summary><c>rabta serve</c>: the server, until it is told to stop.</summary>
public sealed class ServeCommand : ICommand
{
    public string Name => "serve";
    public IReadOnlyList<string> Options => ["--urls"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.Host.Settings(context) is not { } settings)
            return CommandContext.Refused;
        await using var app = context.Host.Server(settings, context.One("--urls"));
        await app.Services.Migrate(stop);
        await app.RunAsync(stop);
        return CommandContext.Done;
    }
}

/// <summary><c>rabta migrate</c>: creates the database or brings it up to this version.</summary>
public sealed class MigrateCommand : ICommand
{
    public string Name => "migrate";
    public IReadOnlyList<string> Options => [];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.Host.Settings(context) is not { } settings)
            return CommandContext.Refused;
        await using var services = context.Host.Services(settings);
        await services.Migrate(stop);
        return CommandContext.Done;
    }
}

using System.Reflection;
using Rabta.Home.Commanding;
using Rabta.Home.Demo;
using Rabta.Importing.Storing;
using Rabta.Matches.Running;
using Rabta.Matches.Solving;
using Rabta.Platform.CommandLine;
using Rabta.Programmes.Enrolling;

// Asked by every script: answered before anything else is loaded.
if (args is ["version"])
{
    Console.WriteLine(typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
    return CommandContext.Done;
}

using var stop = new CancellationTokenSource();
Console.OutputEncoding = new System.Text.UTF8Encoding(false);
return await new Commands(
    [
        new DemoCommand(Rabta.Composition.Languages),
        new ServeCommand(),
        new MigrateCommand(),
        new PersonAddCommand(Rabta.Composition.Languages),
        new ImportCommand(Rabta.Composition.Languages),
        new MatchRunCommand(Rabta.Composition.Languages),
        new MatchSolveCommand(Rabta.Composition.Languages),
        new MatchCheckCommand(Rabta.Composition.Languages),
        new MatchBenchCommand(Rabta.Composition.Languages),
    ],
    Console.Out,
    Console.Error,
    new Rabta.Compose()
).Run(args, stop.Token);

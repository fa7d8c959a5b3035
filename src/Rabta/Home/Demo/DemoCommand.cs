using Rabta.Mentorships.States;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.Settings;

namespace Rabta.Home.Demo;

/// <summary><c>rabta demo</c>: an invented college, made anew, with one sign-in link for each kind of person.</summary>
public sealed class DemoCommand(Languages languages) : ICommand
{
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "demo";
    public IReadOnlyList<string> Options => ["--urls"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.Host.Settings(context) is not { } settings)
            return CommandContext.Refused;
        var urls = context.One("--urls") ?? "http://localhost:5000";
        var address = urls.Split(';')[0]
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .TrimEnd('/');
        settings = settings with
        {
            Data = context.One("--data") ?? Path.Combine(settings.Data, "demo"),
            Demo = true,
            Mail = "file",
            PublicAddress = new Uri(address),
            Database = "sqlite",
        };
        // Deletes only a folder that a demo made, which the mark in it shows.
        if (Directory.Exists(settings.Data) && Directory.EnumerateFileSystemEntries(settings.Data).Any())
        {
            if (!File.Exists(settings.Path("demo")))
                return context.Say(CommandContext.Refused, T["demo.not-ours", settings.Data]);
            Directory.Delete(settings.Data, recursive: true);
        }
        DataFolder.Create(settings.Data);
        DataFolder.Touch(settings.Path("demo"));
        await using var app = context.Host.Server(settings, urls);
        await app.Services.Migrate(stop);
        IReadOnlyList<DemoLink> links;
        await using (var scope = app.Services.CreateAsyncScope())
            links = await scope.ServiceProvider.GetRequiredService<InventCollege>().Run(stop);
        await app.StartAsync(stop);
        await context.Out.WriteLineAsync(T["demo.ready", address]);
        foreach (var (visitor, secret) in links)
            await context.Out.WriteLineAsync($"  {app.Services.TextsOf(visitor.Texts)[visitor.Key]}: {address}/in/{secret}");
        await context.Out.WriteLineAsync(T["demo.stop"]);
        await context.Out.FlushAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return CommandContext.Done;
    }
}

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
    public IReadOnlyList<string> Takes => ["--urls"];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        if (given.Rabta.Settings(given) is not { } settings)
            return Given.Refused;
        var urls = given.One("--urls") ?? "http://localhost:5000";
        var address = urls.Split(';')[0]
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal)
            .TrimEnd('/');
        settings = settings with
        {
            Data = given.One("--data") ?? Path.Combine(settings.Data, "demo"),
            Demo = true,
            Mail = "file",
            PublicAddress = new Uri(address),
            Database = "sqlite",
        };
        // Deletes only a folder that a demo made, which the mark in it shows.
        if (Directory.Exists(settings.Data) && Directory.EnumerateFileSystemEntries(settings.Data).Any())
        {
            if (!File.Exists(settings.Path("demo")))
                return given.Say(Given.Refused, T["demo.not-ours", settings.Data]);
            Directory.Delete(settings.Data, recursive: true);
        }
        DataFolder.Create(settings.Data);
        DataFolder.Touch(settings.Path("demo"));
        await using var app = given.Rabta.Server(settings, urls);
        await app.Services.Migrate(stop);
        IReadOnlyList<(string Who, string Secret)> links;
        await using (var scope = app.Services.CreateAsyncScope())
            links = await scope.ServiceProvider.GetRequiredService<InventCollege>().Run(stop);
        await app.StartAsync(stop);
        await given.Out.WriteLineAsync(T["demo.ready", address]);
        foreach (var (who, secret) in links)
            await given.Out.WriteLineAsync($"  {T[$"demo.{who}"]}: {address}/in/{secret}");
        await given.Out.WriteLineAsync(T["demo.stop"]);
        await given.Out.FlushAsync(stop);
        await app.WaitForShutdownAsync(stop);
        return Given.Done;
    }
}

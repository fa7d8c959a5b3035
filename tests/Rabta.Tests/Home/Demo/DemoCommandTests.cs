using Microsoft.Data.Sqlite;
using Rabta.Home.Demo;
using Rabta.Platform.CommandLine;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home.Demo;

/// <summary>The command in this process, until it says how to stop it.</summary>
public sealed class DemoCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-demo-").FullName;

    [Fact]
    public async Task It_prints_a_link_for_each_visitor_and_makes_its_own_folder_anew()
    {
        var address = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        var first = await Until(_folder, address);
        var left = Path.Combine(_folder, "left-behind");
        await File.WriteAllTextAsync(left, "of the last demo");
        // A process of its own would have closed its connections to the file that is deleted now.
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "rabta.db")}"))
            SqliteConnection.ClearPool(database);

        var second = await Until(_folder, address);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(Path.Combine(_folder, "rabta.db")));
        var lines = second.Out.TrimEnd().Split('\n');
        Assert.Contains(address, lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 5, second.Out);
        Assert.All(lines[1..^1], line => Assert.Matches($"^  [^:]+: {address}/in/[A-Za-z0-9_-]+$", line));
        Assert.Equal(Asked("demo.stop"), lines[^1]);
    }

    [Fact]
    public async Task A_folder_that_no_demo_made_stays_as_it_is()
    {
        var mine = Path.Combine(_folder, "thesis.txt");
        await File.WriteAllTextAsync(mine, "three years of work");

        var (code, output, aside) = await Until(_folder, $"http://127.0.0.1:{PostgresServer.FreePort()}");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(_folder, aside, StringComparison.Ordinal);
        Assert.Equal("three years of work", await File.ReadAllTextAsync(mine));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    private static string Asked(string key) => new Rabta.Platform.Language.Localizer<Rabta.Home.Texts>(Composition.Languages)[key].Value;

    private static async Task<(int Code, string Out, string Aside)> Until(string folder, string address)
    {
        using var stop = new CancellationTokenSource();
        await using var output = new Stopping(Asked("demo.stop"), stop);
        await using var aside = new StringWriter();
        var code = await new Commands([new DemoCommand(Composition.Languages)], output, aside, new Compose()).Run(
            ["demo", "--data", folder, "--urls", address],
            stop.Token
        );
        return (code, output.ToString(), aside.ToString());
    }

    /// <summary>Stops the command when it has said the last of what it says.</summary>
    private sealed class Stopping(string last, CancellationTokenSource stop) : StringWriter
    {
        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            if (ToString().Contains(last, StringComparison.Ordinal))
                await stop.CancelAsync();
        }
    }
}

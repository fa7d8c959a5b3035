using System.Text.Json;
using Npgsql;
using Rabta.People;
using Rabta.Tests.Architecture;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home.Commanding;

/// <summary>The built program as a process of its own, on the sample lists: what another program reads, and what a person does.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-line-").FullName;

    /// <summary>
    /// Import, run and publish, run again, import again. Every mentee is paired once, and nobody has more than their places: counted here
    /// from the lists themselves.
    /// </summary>
    [Theory, OnBoth]
    public async Task The_sample_lists_become_checked_pairs_and_nobody_comes_twice(Engine on)
    {
        // Without --data it is the folder data where one stands.
        var (data, where, environment) =
            on == Engine.Sqlite
                ? (At("data"), Array.Empty<string>(), Array.Empty<(string, string)>())
                : (At("none"), ["--data", At("none")], [("Rabta__Database", "postgres"), ("Rabta__Connection", await EmptyDatabase())]);
        Task<Said> Rabta(params string[] args) =>
            RabtaProcess.Run(_folder, [.. args, "--programme", "Hamqadam", "--json", .. where], environment);

        var imported = await Rabta("import", "--mentors", Sample("mentors.csv"), "--mentees", Sample("mentees.xlsx"));
        var matched = await Rabta("match", "run", "--seed", "7", "--publish", "--lang", "ur");
        var again = await Rabta("match", "run", "--publish");
        var updated = await Rabta("import", "--mentors", Sample("mentors.xlsx"), "--mentees", Sample("mentees.csv"), "--lang", "ur");

        Assert.All([imported, matched, again, updated], said => Assert.Equal(0, said.Code));
        Assert.StartsWith(
            """{"imported":100,"updated":0,"refused":0,"enrolments":{"mentors":50,"mentees":50},"problems":[],""",
            imported.Out.Trim(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            """{"imported":0,"updated":100,"refused":0,"enrolments":{"mentors":50,"mentees":50},"problems":[],""",
            updated.Out.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal("نئے: 0۔ اپ ڈیٹ: 100۔ چھوڑی گئی سطریں: 0۔ مینٹور: 50۔ شاگرد: 50۔", updated.Aside.Trim());
        var pairs = Pairs(matched.Json);
        Assert.Equal(50, pairs.Count);
        Assert.Equal(pairs, Pairs(again.Json));
        Assert.Contains("No new pair", again.Aside, StringComparison.Ordinal);
        Assert.DoesNotContain("fail", imported.Aside, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(on == Engine.Sqlite, File.Exists(Path.Combine(data, "rabta.db")));

        var mentors = Rows("mentors.csv")
            .ToDictionary(r => r["Email"], r => int.Parse(r["Capacity"], System.Globalization.CultureInfo.InvariantCulture));
        var mentees = Rows("mentees.csv").ToDictionary(r => r["Email"]);
        Assert.Equal(mentees.Keys.Order(StringComparer.Ordinal), pairs.Select(p => p.Mentee));
        Assert.All(pairs.GroupBy(p => p.Mentor), group => Assert.InRange(group.Count(), 1, mentors[group.Key]));
        Assert.All(pairs, pair => Assert.NotEqual(pair.Mentor, mentees[pair.Mentee]["Not with"]));
    }

    [Fact]
    public async Task Settings_and_servers_that_do_not_work_are_told_in_a_sentence()
    {
        var oracle = await RabtaProcess.Run(_folder, ["match", "run", "--programme", "P", "--lang", "ur"], ("Rabta__Database", "oracle"));
        var closed = await RabtaProcess.Run(
            _folder,
            ["match", "run", "--programme", "P", "--json"],
            ("Rabta__Database", "postgres"),
            ("Rabta__Connection", "Host=127.0.0.1;Port=1;Username=x;Database=y")
        );

        Assert.Equal((1, ""), (oracle.Code, oracle.Out));
        Assert.Contains("oracle", oracle.Aside, StringComparison.Ordinal);
        Assert.Contains("sqlite یا postgres", oracle.Aside, StringComparison.Ordinal);
        Assert.Equal((1, ""), (closed.Code, closed.Out));
        Assert.StartsWith("The database does not answer, so nothing was changed.", closed.Aside, StringComparison.Ordinal);
        Assert.Single(closed.Aside.Trim().Split('\n'));
    }

    /// <summary>Checks keys, their order and their types as it reads.</summary>
    private static List<(string Mentee, string Mentor)> Pairs(JsonElement root)
    {
        Assert.Equal(["pairs", "unmatched", "checker"], Keys(root));
        Assert.Equal("""{"ok":true,"problems":[]}""", root.GetProperty("checker").GetRawText());
        Assert.Equal(0, root.GetProperty("unmatched").GetArrayLength());
        return
        [
            .. root.GetProperty("pairs")
                .EnumerateArray()
                .Select(pair =>
                {
                    Assert.Equal(["mentee", "mentor", "reasons"], Keys(pair));
                    Assert.All(pair.GetProperty("reasons").EnumerateArray(), reason => Assert.NotEqual("", reason.GetString()));
                    return (pair.GetProperty("mentee").GetString()!, pair.GetProperty("mentor").GetString()!);
                }),
        ];
    }

    private static IEnumerable<string> Keys(JsonElement of) => of.EnumerateObject().Select(p => p.Name);

    // The sample lists have no quotes.
    private static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(Sample(name)).Select(line => line.Split(',')).ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string Sample(string name) => Path.Combine(Code.Root.FullName, "tests", "data", name);

    /// <summary>A database nobody has migrated: the first command finds nothing there.</summary>
    private static async Task<string> EmptyDatabase()
    {
        await using var world = await World.On(Engine.Postgres, empty: true);
        await using var connection = new NpgsqlConnection(world.Settings.Connection);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand("CREATE DATABASE line TEMPLATE template0", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(world.Settings.Connection) { Database = "line" }.ConnectionString;
    }

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using System.Text.Json;
using Rabta.Home.Commanding;
using Rabta.Importing.Storing;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.CommandLine;
using Rabta.Preferences;

namespace Rabta.Tests.Importing.Storing;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-import-").FullName;

    [Fact]
    public async Task Json_is_one_object_and_everything_else_is_aside()
    {
        var (code, output, aside) = await Run("--json");

        Assert.Equal(0, code);
        Assert.Equal(
            """{"imported":3,"updated":0,"refused":0,"enrolments":{"mentors":2,"mentees":1}"""
                + ""","problems":[{"kind":"cell","file":"mentees.csv","row":2,"column":"Wish 1","reason":"Nobody on the other side """
                + """is “Dr Nobody”.","code":"person-unknown"}],"skipped":0"""
                + ""","wishes":{"certain":0,"likely":0,"ambiguous":0,"unknown":1,"none":0}"""
                + ""","guesses":[],"guessesLeftOut":0,"problemsLeftOut":0}""",
            output.Trim()
        );
        Assert.Contains("New: 3", aside);
        Assert.Contains("\"updated\":3", (await Run("--json")).Output);
    }

    [Fact]
    public async Task One_wrong_row_is_exit_1_and_nothing_is_imported()
    {
        File.AppendAllText(At("mentees.csv"), "Ali,nothing,\n");

        var (code, output, _) = await Run("--json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            (1, 0, 1),
            (code, json.RootElement.GetProperty("imported").GetInt32(), json.RootElement.GetProperty("refused").GetInt32())
        );
        Assert.Equal(
            ["cell", "row"],
            json.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("kind").GetString())
        );
        Assert.Equal(0, (await Run("--good-rows")).Code);
    }

    [Fact]
    public async Task An_unreadable_file_leaves_nothing_behind()
    {
        File.WriteAllText(At("mentors.csv"), "<html><body>Sign in</body></html>");

        var (code, output, _) = await Run("--json");

        Assert.Equal(1, code);
        Assert.StartsWith(
            """{"imported":0,"updated":0,"refused":0,"enrolments":{"mentors":0,"mentees":0}"""
                + ""","problems":[{"kind":"file","file":"mentors.csv","row":null,"column":null,"reason":"This is a web page""",
            output
        );
        Assert.False(Directory.Exists(At("data")));
    }

    [Fact]
    public async Task One_list_alone_is_enough() =>
        Assert.Equal(0, (await Call("import", "--programme", "P", "--mentors", At("mentors.csv"), "--data", At("data"))).Code);

    [Fact]
    public async Task A_map_outweighs_the_guess()
    {
        File.WriteAllText(At("mentees.csv"), "Who,Where\nOmar,omar@x.pk\n");
        Assert.Equal(1, (await Run()).Code);
        Assert.Equal(0, (await Run("--map", "Who=name", "--map", "Where=address")).Code);
        Assert.Equal(1, (await Run("--map", "Who=name", "--map", "Where=address", "--map", "Nme=name")).Code);
    }

    [Fact]
    public async Task Bad_use_is_exit_2_in_the_language_asked_for()
    {
        Assert.Equal(2, (await Call("import", "--mentors", At("mentors.csv"))).Code);
        Assert.Equal(2, (await Call("import", "--programme", "P")).Code);
        Assert.Equal(2, (await Call("import", "--programme", "P", "--mentors", At("nothing.csv"))).Code);
        Assert.Equal(2, (await Run("--map", "x")).Code);
        Assert.Equal(2, (await Run("--nonsense")).Code);
        Assert.Contains("کالم کا مطلب", (await Run("--map", "Name=nonsense", "--lang", "ur")).Aside);
        Assert.Contains("نئے: 3", (await Run("--lang", "ur")).Output);
    }

    /// <summary>The sample lists of <c>tests/data</c> in every form they are kept in.</summary>
    [Theory, InlineData("csv"), InlineData("semicolon.csv"), InlineData("utf-16.csv"), InlineData("xlsx")]
    public async Task The_sample_lists_go_in_without_a_word(string form)
    {
        string Sample(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, $"../../../data/{name}.{form}"));

        var (_, output, _) = await Call(
            "import",
            "--programme",
            "P",
            "--mentors",
            Sample("mentors"),
            "--mentees",
            Sample("mentees"),
            "--data",
            At("data"),
            "--json"
        );

        Assert.StartsWith(
            """{"imported":100,"updated":0,"refused":0,"enrolments":{"mentors":50,"mentees":50},"problems":[],"skipped":0,""",
            output.Trim(),
            StringComparison.Ordinal
        );
    }

    public ImportCommandTests()
    {
        File.WriteAllText(At("mentors.csv"), "Name,Email\nDr Saima,saima@x.pk\nDr Imran,imran@x.pk\n");
        File.WriteAllText(At("mentees.csv"), "Name,Email,Wish 1\nOmar,omar@x.pk,Dr Nobody\n");
    }

    private Task<(int Code, string Output, string Aside)> Run(params string[] more) =>
        Call([
            "import",
            "--programme",
            "Hamqadam",
            "--mentors",
            At("mentors.csv"),
            "--mentees",
            At("mentees.csv"),
            "--data",
            At("data"),
            .. more,
        ]);

    private static async Task<(int Code, string Output, string Aside)> Call(params string[] args)
    {
        await using var output = new StringWriter();
        await using var aside = new StringWriter();
        var language = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            var code = await new Commands(
                [new ImportCommand(Composition.Languages), new MigrateCommand()],
                output,
                aside,
                new Compose()
            ).Run(args, default);
            return (code, output.ToString(), aside.ToString());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = language;
        }
    }

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

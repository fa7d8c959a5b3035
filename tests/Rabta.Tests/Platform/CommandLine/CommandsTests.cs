using Microsoft.Extensions.Configuration;
using Rabta.Home.Commanding;
using Rabta.Importing.Storing;
using Rabta.Matches.Running;
using Rabta.People;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Settings;
using Rabta.Tests.Home;

namespace Rabta.Tests.Platform.CommandLine;

/// <summary>What is refused, and how it is said; here in the same process, as it is many small cases.</summary>
public sealed class CommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-line-").FullName;

    [Theory]
    [InlineData(2, "There is no language “fr”.", "migrate", "--lang", "fr")]
    [InlineData(2, "The option --nonsense is not known here.", "migrate", "--nonsense")]
    [InlineData(2, "The option --seed needs a value after it.", "match", "run", "--seed")]
    [InlineData(2, "“-1” ", "match", "run", "--programme", "P", "--seed", "-1")]
    [InlineData(2, "There is no file “./nothing.csv”.", "import", "--programme", "P", "--mentors", "./nothing.csv")]
    [InlineData(2, "فائل “./nothing.csv” موجود نہیں۔", "import", "--programme", "P", "--mentors", "./nothing.csv", "--lang=ur")]
    [InlineData(2, "There is no command “imprt”.", "imprt")]
    [InlineData(2, "“http://127.0.0.1:port” is not an address", "serve", "--urls", "http://127.0.0.1:port")]
    [InlineData(1, "There is no programme “P”.", "match", "run", "--programme", "P", "--json")]
    [InlineData(1, "A file or folder can't be read or written.", "match", "run", "--programme", "P", "--data", "/dev/null/data")]
    public async Task Bad_use_is_2_and_refused_is_1_each_with_a_sentence_aside(int code, string sentence, params string[] args)
    {
        var said = await Run(args.Contains("--data") ? args : [.. args, "--data", Path.Combine(_folder, "data")]);

        Assert.Equal((code, ""), (said.Code, said.Out));
        Assert.Contains(sentence, said.Aside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_one_problem_of_a_file_and_leaves_nothing_behind()
    {
        var list = Path.Combine(_folder, "mentors.csv");
        File.WriteAllText(list, "%PDF-1.7 list");

        var said = await Run("import", "--programme", "P", "--mentors", list, "--json", "--data", Path.Combine(_folder, "data"));

        Assert.Equal((1, "Nothing was imported."), (said.Code, said.Aside.Trim()));
        Assert.Equal(
            """{"imported":0,"updated":0,"refused":0,"enrolments":{"mentors":0,"mentees":0}"""
                + ""","problems":[{"kind":"file","file":"mentors.csv","row":null,"column":null,"reason":"This is a PDF. Rabta reads """
                + """.xlsx and CSV.","code":"pdf"}],"skipped":0,"wishes":{"certain":0,"likely":0,"ambiguous":0,"unknown":0,"none":0}"""
                + ""","guesses":[],"guessesLeftOut":0,"problemsLeftOut":0}""",
            said.Out.Trim()
        );
        Assert.False(Directory.Exists(Path.Combine(_folder, "data")));
    }

    [Fact]
    public async Task What_nobody_foresaw_is_our_fault_and_shows_nothing_of_itself()
    {
        var said = await Run("stumble");

        Assert.Equal(1, said.Code);
        Assert.Contains("the fault is ours", said.Aside, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said.Aside, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=localhost;Database=rabta", true)]
    [InlineData("localhost", false)]
    [InlineData("Host=localhost;Prt=1", false)]
    [InlineData("Host=localhost;Port=x", false)]
    [InlineData(null, false)]
    public void A_connection_that_cannot_be_one_is_a_setting_to_correct(string? connection, bool works)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Rabta:Database"] = "postgres", ["Rabta:Connection"] = connection })
            .Build();

        Assert.Equal(works ? [] : ["setting.connection"], RabtaSettings.Read(configuration).Problems.Select(p => p.Key));
    }

    private static async Task<Said> Run(params string[] args)
    {
        await using var output = new StringWriter();
        await using var aside = new StringWriter();
        var language = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            var code = await new Commands(
                [
                    new ServeCommand(),
                    new MigrateCommand(),
                    new ImportCommand(Composition.Languages),
                    new MatchRunCommand(Composition.Languages),
                    new Stumble(),
                ],
                output,
                aside,
                new Compose()
            ).Run(args, default);
            return new(code, output.ToString(), aside.ToString());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = language;
        }
    }

    private sealed class Stumble : ICommand
    {
        public string Name => "stumble";
        public IReadOnlyList<string> Options => [];

        public Task<int> Run(CommandContext context, CancellationToken stop) => throw new NotSupportedException("password=secret");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

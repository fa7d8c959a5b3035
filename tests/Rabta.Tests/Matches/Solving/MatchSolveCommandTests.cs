using System.Text.Json.Nodes;
using Rabta.Matches.Solving;
using Rabta.Matching.Files;
using Rabta.Platform.CommandLine;
using Rabta.Tests.Home;

namespace Rabta.Tests.Matches.Solving;

/// <summary>Files through the command: what is written, what is said, how it ends.</summary>
public sealed class MatchSolveCommandTests : IDisposable
{
    private const string Good = """{"mentees": {"a": [["m"]], "b": [["m"]]}, "mentors": {"m": {"capacity": 1}}}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-solve-").FullName;

    [Theory]
    [InlineData("bad-file", "line 1, column 1", "<html>")]
    [InlineData("bad-file", "/mentees/a/0", """{"mentees": {"a": ["m"]}, "mentors": {}}""")]
    [InlineData("unknown-id", "/mentees/a/0/0", """{"mentees": {"a": [["m"]]}, "mentors": {}}""")]
    [InlineData("duplicate-id", "/mentees/a", """{"mentees": {"a": [], "a": []}, "mentors": {}}""")]
    [InlineData("duplicate-id", "/mentees/a\nb", """{"mentees": {"a\nb": [], "a\nb": []}, "mentors": {}}""")]
    [InlineData("bad-capacity", "/mentors/m/capacity", """{"mentees": {}, "mentors": {"m": {"capacity": -1}}}""")]
    [InlineData(
        "pin-forbid-conflict",
        "/pins/0",
        """{"mentees": {"a": []}, "mentors": {"m": {"capacity": 1}}, "pins": [["a", "m"]], "forbids": [["a", "m"]]}"""
    )]
    [InlineData("pin-capacity-conflict", "/pins/0", """{"mentees": {"a": []}, "mentors": {"m": {"capacity": 0}}, "pins": [["a", "m"]]}""")]
    public async Task A_contradiction_is_written_and_said_in_one_line_and_ends_with_2(string code, string at, string problem)
    {
        var said = await Solve(Write("problem.json", problem));

        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains(at.Replace('\n', '\uFFFD'), Assert.Single(said.Aside.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        var error = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "out.json")))!["error"]!;
        Assert.Equal((code, at), (error["code"]!.GetValue<string>(), error["at"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(1L << 30, "")]
    [InlineData(400L << 20, "")]
    [InlineData(100L << 20, "{\"mentees\": \"")]
    public async Task A_gigabyte_of_nonsense_is_refused_with_little_memory(long length, string begin)
    {
        var problem = Write("problem.json", begin);
        await using (var file = File.OpenWrite(problem))
            file.SetLength(length);
        var before = GC.GetTotalAllocatedBytes();

        var said = await Solve(problem);

        // A first look, or the bytes themselves and nothing made of them.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, begin.Length > 0 ? 3 * length : 4 << 20);
        Assert.Equal(2, said.Code);
        Assert.StartsWith("{", File.ReadAllText(Path.Combine(_folder, "out.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_space_without_end_and_one_long_text_are_refused()
    {
        var white = Write("white.json", new string(' ', 40_000_000));
        var text = Write("text.json", $"{{\"mentees\": {{\"{new string('x', 20_000_000)}\": []}}, \"mentors\": {{}}}}");

        Assert.Contains("line 1, column 40000001", (await Solve(white)).Aside, StringComparison.Ordinal);
        var said = await Solve(text);
        Assert.Contains("/mentees", said.Aside, StringComparison.Ordinal);
        Assert.InRange(said.Aside.Length, 10, 200);
    }

    [Fact]
    public async Task What_never_ends_is_refused_at_its_beginning()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal(2, (await Solve("/dev/zero")).Code);
        Assert.Equal(2, (await Solve("/dev/null")).Code);
    }

    [Fact]
    public async Task A_missing_file_is_named_and_nothing_is_written()
    {
        var said = await Solve(Path.Combine(_folder, "nothing.json"));

        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains("nothing.json", said.Aside, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "out.json")));
        Assert.Equal(2, (await Run("match", "solve", "--problem", "x")).Code);
        Assert.Equal(2, (await Run("match", "solve", "--out", "x")).Code);
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes_and_what_means_nothing_is_said()
    {
        var problem = Write("problem.json", Good.Replace("{\"mentees\"", "{\"note\": 1, \"mentees\"", StringComparison.Ordinal));

        var said = await Solve(problem);
        var first = File.ReadAllBytes(Path.Combine(_folder, "out.json"));

        Assert.Equal((0, "“note” means nothing here and was ignored."), (said.Code, said.Aside.Trim()));
        Assert.Equal(0, (await Solve(problem)).Code);
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_folder, "out.json")));
    }

    [Fact]
    public async Task Help_names_every_code()
    {
        var said = await Run("match", "solve", "--help");

        Assert.Equal(0, said.Code);
        Assert.All(
            FileErrorCodes.All.Concat(UnmatchedCodes.All.Select(reason => reason.Code)),
            code => Assert.Contains($"  {code} ", said.Out, StringComparison.Ordinal)
        );
        var urdu = await Run("match", "solve", "--help", "--lang", "ur");
        Assert.All(FileErrorCodes.All, code => Assert.Contains($"  {code} ", urdu.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_good_result_passes_the_check_and_a_changed_one_does_not()
    {
        var problem = Write("problem.json", Good);
        await Solve(problem);
        var result = Path.Combine(_folder, "out.json");

        Assert.Equal((0, "Every rule holds."), await Check(problem, result));
        File.WriteAllText(
            result,
            File.ReadAllText(result).Replace("\"unmatched\": {", "\"unmatched\": {\"c\": {},", StringComparison.Ordinal)
        );
        Assert.Equal((1, "unmatched: c does not belong there."), await Check(problem, result));
        Assert.Equal(2, (await Check(problem, Write("none.json", "{}"))).Code);
        Assert.Equal(2, (await Check(problem, Path.Combine(_folder, "nothing.json"))).Code);
        Assert.Equal(2, (await Run("match", "check", "--problem", problem)).Code);
    }

    private async Task<(int Code, string Out)> Check(string problem, string result)
    {
        var said = await Run("match", "check", "--problem", problem, "--result", result);
        return (said.Code, said.Out.Trim());
    }

    private Task<Said> Solve(string problem) => Run("match", "solve", "--problem", problem, "--out", Path.Combine(_folder, "out.json"));

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
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
                    new MatchSolveCommand(Composition.Languages),
                    new MatchCheckCommand(Composition.Languages),
                    new MatchBenchCommand(Composition.Languages),
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

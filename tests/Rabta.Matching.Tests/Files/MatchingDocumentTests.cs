using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>Runs docs/matching.md: what it shows of a result is what comes out, and it leaves out no key and no code.</summary>
public partial class MatchingDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Root(), "docs", "matching.md"));

    [Fact]
    public void Every_result_shown_is_what_the_problem_above_it_gives()
    {
        var examples = Example().Matches(Document);
        Assert.InRange(examples.Count, 12, 100);
        Assert.Equal(examples.Count, Document.Split("```json problem").Length - 1);
        Assert.All(
            examples,
            example =>
                Shown(
                    JsonNode.Parse(example.Groups["result"].Value),
                    JsonNode.Parse(ProblemFiles.Solve(Encoding.UTF8.GetBytes(example.Groups["problem"].Value)).Json),
                    ""
                )
        );
    }

    [Fact]
    public void Every_key_and_every_code_is_told()
    {
        var keys = FileForms
            .Needed.Values.Concat(FileForms.Optional.Values)
            .SelectMany(sections => sections)
            .Concat(FileForms.Settings)
            .Concat([
                "capacity",
                "prefs",
                "reserved",
                "supervisor",
                "leave",
                "withdraw",
                "arrive",
                "switch",
                "ban",
                "to",
                "proposals",
                "moves",
                "placed",
                "isBest",
                "welfareBound",
                "changesNotSearched",
                "unforbid",
                "list",
            ]);
        var codes = FileErrorCodes.All.Concat(["stable", "lottery", "welfare", "balanced", "pin", "incumbent", "not-opted-in", "mode"]);

        Assert.All(keys, key => Assert.Matches($@"[`""]{key}[`""]", Document));
        Assert.All(codes, code => Assert.Contains($"`{code}`", Document, StringComparison.Ordinal));
        Assert.All(
            UnmatchedCodes.All,
            reason => Assert.Contains($"| `{reason.Code}` | {reason.Meaning} |", Document, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_picture_is_there() =>
        Assert.All(
            Picture().Matches(Document),
            picture => Assert.True(File.Exists(Path.Combine(Root(), "docs", picture.Groups[1].Value)), picture.Value)
        );

    /// <summary>Of objects what is shown; all pairs, and lists whole.</summary>
    private static void Shown(JsonNode? shown, JsonNode? real, string at)
    {
        if (shown is JsonObject parts && real is JsonObject whole && at != "/pairs")
            Assert.All(parts, part => Shown(part.Value, whole[part.Key], $"{at}/{part.Key}"));
        else
            Assert.True(JsonNode.DeepEquals(shown, real), $"{at}: {real?.ToJsonString()} and not {shown?.ToJsonString()}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rabta.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("```json problem\n(?<problem>.*?)```\n\n```json result\n(?<result>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\((pictures/[^)]*)\)")]
    private static partial Regex Picture();
}

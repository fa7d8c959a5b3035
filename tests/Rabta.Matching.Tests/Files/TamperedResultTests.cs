using System.Text;
using System.Text.Json.Nodes;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>The checker alone finds what somebody changed in a result, in every form.</summary>
public class TamperedResultTests
{
    private const string Mentors =
        """{"mentees": {"a": [["m"],["n"]], "b": [["m"]], "c": []}, "mentors": {"m": """
        + """{"capacity": 1, "prefs": [["a"],["b"]]}, "n": {"capacity": 1}}}""";
    private const string Pinned =
        """{"mentees": {"a": [["m"]], "b": [["m"]]}, "mentors": {"m": {"capacity": 1, "prefs": [["a"]"""
        + """,["b"]]}}, "pins": [["b","m"]], "scores": {"a": {"m": 4}, "b": {"m": 2}}}""";
    private const string Leaving =
        """{"mentees": {"a": [["m"],["n"]], "b": [["m"],["n"]], "c": [["n"]]}, "mentors": {"m": {"capacity": 1}"""
        + """, "n": {"capacity": 2, "prefs": [["a"],["b"],["c"]]}}, "current": {"a": "m", "b": "n", "c": "n"}"""
        + """, "event": {"leave": "a"}}""";
    private const string Chained =
        """{"mentees": {"a": [["m"]], "b": [["m"],["n"],["o"]], "c": [["o"]]}"""
        + """, "mentors": {"m": {"capacity": 1}, "n": {"capacity": 1}, "o": {"capacity": 2}}"""
        + """, "current": {"a": "m", "b": "n"}, "optedIn": ["b"], "budget": 1, "event": {"withdraw": "a"}}""";
    private const string Asking =
        """{"mentees": {"a": [["m"],["n"]]}, "mentors": {"m": {"capacity": 1}"""
        + """, "n": {"capacity": 1}}, "current": {"a": "n"}, "event": {"switch": "a"}}""";
    private const string Projects =
        """{"students": {"s": ["p","q"], "t": ["p","q"]}, "projects": {"p": {"capacity": 1, "supervisor": "x"}"""
        + """, "q": {"capacity": 1, "supervisor": "x"}}, "supervisors": {"x": {"capacity": 1, "prefs": ["s","t"]}}}""";
    private const string People =
        """{"people": {"a": ["b","c","d"], "b": ["a","c","d"], "c": ["a","b","d"], "d": ["a","b","c"], "e": []}}""";
    private const string Weights = """{"weights": [[3,1],[2,5],[0,0]], "threshold": 1}""";

    [Theory]
    [InlineData(Mentors, "pairs/a", "\"n\"", "BlockingPair: a m")]
    [InlineData(Mentors, "pairs/a", "\"x\"", "a: a stranger, or with one.")]
    [InlineData(Mentors, "pairs/a", "7", "a: a stranger, or with one.")]
    [InlineData(Mentors, "pairs/x", "\"m\"", "x: a stranger, or with one.")]
    [InlineData(Mentors, "pairs/b", "\"m\"", "OverPlaces:  m")]
    [InlineData(Mentors, "pairs/c", "\"n\"", "Unacceptable: c n")]
    [InlineData(Mentors, "pairs/a", null, "unmatched: a is missing.")]
    [InlineData(Mentors, "unmatched/b", null, "unmatched: b is missing.")]
    [InlineData(Mentors, "unmatched/a", "{}", "unmatched: a does not belong there.")]
    [InlineData(Mentors, "unmatched/b/reason", "\"not-listed\"", "unmatched: the reason of b is full.")]
    [InlineData(Mentors, "unmatched", null, "unmatched: b is missing.")]
    [InlineData(Mentors, "moved/0", null, "moved: a is missing.")]
    [InlineData(Mentors, "stats/matched", "2", "stats: matched is 1.")]
    [InlineData(Mentors, "stats/unmatched", "\"2\"", "stats: unmatched is 2.")]
    [InlineData(Pinned, "blockingPairs/0", null, "blockingPairs: a m (pin) is missing.")]
    [InlineData(Pinned, "blockingPairs/0/because", "\"mode\"", "blockingPairs: a m (mode) does not belong there.")]
    [InlineData(Pinned, "blockingPairs", null, "blockingPairs: a m (pin) is missing.")]
    [InlineData(Pinned, "pairs", """{"a": "m"}""", "PinNotHonoured: b m")]
    [InlineData(Pinned, "stats/total", "4", "stats: total is 2.")]
    [InlineData(Leaving, "pairs/b", "\"m\"", "b: moved without having opted in.")]
    [InlineData(Leaving, "pairs/c", null, "c: moved without having opted in.")]
    [InlineData(Leaving, "pairs/a", "\"m\"", "Unacceptable: a m")]
    [InlineData(Chained, "pairs/b", "\"o\"", "b: moved to nobody they rank higher.")]
    [InlineData(Chained, "pairs/b", null, "b: moved to nobody they rank higher.")]
    [InlineData(Chained, "pairs/a", "\"m\"", "a: has left the programme, and has somebody.")]
    [InlineData(Asking, "pairs/a", "\"m\"", "a: nobody is moved by asking.")]
    [InlineData(Projects, "pairs/s", "\"q\"", "BlockingPair: s p")]
    [InlineData(Projects, "pairs/t", "\"q\"", "OverPlaces:")]
    [InlineData(Projects, "unmatched/t", null, "unmatched: t is missing.")]
    [InlineData(People, "pairs", """{"a": "c", "c": "a", "b": "d", "d": "b"}""", "BlockingPair: a b")]
    [InlineData(People, "pairs/a", "\"c\"", "Unacceptable: a c")]
    [InlineData(People, "unmatched/e", null, "unmatched: e is missing.")]
    [InlineData(People, "stable", "false", "Said to have no stable matching, and has pairs.")]
    [InlineData(Weights, "pairs/0", "1", "Column 1 is taken twice.")]
    [InlineData(Weights, "pairs/2", "0", "2 to 0: below the threshold.")]
    [InlineData(Weights, "pairs/0", "2", "0: no such row or column.")]
    [InlineData(Weights, "unmatched/2", null, "unmatched: 2 is missing.")]
    public void What_was_changed_is_found(string problem, string path, string? value, string sentence)
    {
        var result = JsonNode.Parse(ProblemFiles.Solve(Encoding.UTF8.GetBytes(problem)).Json)!;
        Assert.Empty(Check(problem, result.ToJsonString()));

        Put(result, path.Split('/'), value);

        Assert.Contains(sentence, Check(problem, result.ToJsonString()));
    }

    [Theory]
    [InlineData(
        Mentors,
        """{"pairs": {"a": "m", "a": "m"}, "unmatched": {"b": {"reason": "full"}, "c": {"reason": "empty-list"}}, "moved": ["a"]}""",
        "a: stands twice."
    )]
    [InlineData(Weights, """{"pairs": {"0": 0, "0": 0, "1": 1}, "unmatched": {"2": {}}}""", "Row 0 stands twice.")]
    public void A_mentee_twice_is_found(string problem, string result, string sentence) => Assert.Equal([sentence], Check(problem, result));

    [Fact]
    public void More_others_moved_than_the_budget_allows_are_counted()
    {
        const string problem = """
            {"mentees": {"a": [["m"]], "b": [["m"],["n"]], "c": [["n"],["o"]]},
             "mentors": {"m": {"capacity": 1}, "n": {"capacity": 1}, "o": {"capacity": 1}},
             "current": {"a": "m", "b": "n", "c": "o"}, "optedIn": ["b", "c"], "budget": 1, "event": {"withdraw": "a"}}
            """;

        Assert.Contains("2 others moved; the budget is 1.", Check(problem, """{"pairs": {"b": "m", "c": "n"}, "moved": ["b", "c"]}"""));
        Assert.Contains(
            "b: moved to nobody they rank higher.",
            Check(problem, """{"pairs": {"c": "o"}, "unmatched": {"b": {"reason": "mode"}}, "moved": ["b"]}""")
        );
    }

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\"pairs\": }", "line 1, column 11")]
    [InlineData("{}", "/pairs")]
    [InlineData("{\"pairs\": []}", "/pairs")]
    [InlineData("{\"pairs\": {\"\\ud800\": \"m\"}}", "")]
    public void What_is_no_result_is_refused(string result, string at) =>
        Assert.Equal(
            ("bad-file", at),
            ProblemFiles.Check(Encoding.UTF8.GetBytes(Mentors), Encoding.UTF8.GetBytes(result)).Error is { } error
                ? (error.Code, error.At)
                : ("", "")
        );

    private static IReadOnlyList<string> Check(string problem, string result)
    {
        var (found, error) = ProblemFiles.Check(Encoding.UTF8.GetBytes(problem), Encoding.UTF8.GetBytes(result));
        Assert.Null(error);
        return found;
    }

    private static void Put(JsonNode at, ReadOnlySpan<string> path, string? value)
    {
        if (path.Length > 1)
            Put(
                at is JsonArray list ? list[int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture)]! : at[path[0]]!,
                path[1..],
                value
            );
        else if (value is not null)
            at[path[0]] = JsonNode.Parse(value);
        else if (at is JsonArray row)
            row.RemoveAt(int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture));
        else
            at.AsObject().Remove(path[0]);
    }
}

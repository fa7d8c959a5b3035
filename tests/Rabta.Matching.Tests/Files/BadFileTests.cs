using System.Text;
using Rabta.Matching.Files;

namespace Rabta.Matching.Tests.Files;

/// <summary>What is wrong with a file is named by code and pointed at exactly; no file at all makes the library throw.</summary>
public class BadFileTests
{
    private const string Two = "'mentees': {'a': [['m']], 'b': [['m']]}, 'mentors': {'m': {'capacity': 1}, 'n': {'capacity': 1}}";
    private const string Projects =
        "'students': {'s': ['p']}, 'projects': {'p': {'capacity': 1, 'supervisor': 'x'}}, "
        + "'supervisors': {'x': {'capacity': 1, 'prefs': ['s']}}";
    private const string Group = "'people': {'a': ['b'], 'b': ['a'], 'c': []}";

    public static TheoryData<string, string, string> NoJson =>
        new()
        {
            { "", "bad-file", "line 1, column 1" },
            { " \n ", "bad-file", "line 2, column 2" },
            { "mentees", "bad-file", "line 1, column 1" },
            { "{'mentees': {}", "bad-file", "line 1, column 15" },
            { "{'mentees': {},\n 'mentors': {} ,}", "bad-file", "line 2, column 17" },
            { "{'mentees': {}, 'mentors': {}} x", "bad-file", "line 1, column 32" },
            { "{'mentees': {}, /* nobody */ 'mentors': {}}", "bad-file", "line 1, column 17" },
            { "{'x': [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}", "bad-file", "line 1, column 22" },
            { "{'seed': 01, 'mentees': {}, 'mentors': {}}", "bad-file", "line 1, column 11" },
            { "{'mentees': {}, 'mentors': {}, 'x': NaN}", "bad-file", "line 1, column 37" },
            { "[]", "bad-file", "" },
            { "'mentees'", "bad-file", "" },
        };

    public static TheoryData<string, string, string> Shapes =>
        new()
        {
            { "{}", "bad-file", "" },
            { "{'mentees': {}}", "bad-file", "" },
            { "{'mentors': {}}", "bad-file", "" },
            { "{'students': {}, 'projects': {}}", "bad-file", "" },
            { "{'mentees': {}, 'mentors': {}, 'people': {}}", "bad-file", "" },
            { "{'mentees': {}, 'mentors': {}, 'projects': {}}", "bad-file", "/projects" },
            { "{'mentees': {}, 'mentors': {}, 'threshold': 1}", "bad-file", "/threshold" },
            { $"{{{Group}, 'event': {{'leave': 'a'}}}}", "bad-file", "/event" },
            { $"{{{Projects}, 'current': {{}}}}", "bad-file", "/current" },
            { "{'weights': [[1]], 'pins': []}", "bad-file", "/pins" },
            { "{'mentees': [], 'mentors': {}}", "bad-file", "/mentees" },
            { "{'mentees': {'a': 'm'}, 'mentors': {}}", "bad-file", "/mentees/a" },
            { "{'mentees': {'a': ['m']}, 'mentors': {'m': {'capacity': 1}}}", "bad-file", "/mentees/a/0" },
            { "{'mentees': {'a': [['m', 7]]}, 'mentors': {'m': {'capacity': 1}}}", "bad-file", "/mentees/a/0/1" },
            { "{'mentees': {'a/b~c': [[null]]}, 'mentors': {}}", "bad-file", "/mentees/a~1b~0c/0/0" },
            { "{'mentees': {}, 'mentors': {'m': 3}}", "bad-file", "/mentors/m" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': '3'}}}", "bad-file", "/mentors/m/capacity" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 1, 'capacity': 1}}}", "bad-file", "/mentors/m/capacity" },
            { "{'mentees': {'a': []}, 'mentors': {'m': {'capacity': 1, 'prefs': [['a'], 'a']}}}", "bad-file", "/mentors/m/prefs/1" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 1, 'reserved': []}}}", "bad-file", "/mentors/m/reserved" },
            { "{'mentees': {}, 'mentors': {}, 'mentors': {}}", "bad-file", "/mentors" },
            { "{'students': {'s': [['p']]}, 'projects': {}, 'supervisors': {}}", "bad-file", "/students/s/0" },
            { "{'students': {}, 'projects': {'p': {'capacity': 1}}, 'supervisors': {}}", "bad-file", "/projects/p" },
            {
                "{'students': {}, 'projects': {'p': {'capacity': 1, 'supervisor': 1}}, 'supervisors': {}}",
                "bad-file",
                "/projects/p/supervisor"
            },
            { "{'students': {}, 'projects': {}, 'supervisors': {'x': {'prefs': {}}}}", "bad-file", "/supervisors/x/prefs" },
            { "{'people': {'a': [['b']], 'b': []}}", "bad-file", "/people/a/0" },
            { "{'weights': [[1, 2], [3]]}", "bad-file", "/weights/1" },
            { "{'weights': [[1, 'x']]}", "bad-file", "/weights/0/1" },
            { "{'weights': [[1e30]]}", "bad-file", "/weights/0/0" },
            { "{'weights': [[1]], 'threshold': '1'}", "bad-file", "/threshold" },
        };

    public static TheoryData<string, string, string> Options =>
        new()
        {
            { $"{{{Two}, 'pins': {{}}}}", "bad-file", "/pins" },
            { $"{{{Two}, 'pins': [['a', 'm', 'n']]}}", "bad-file", "/pins/0" },
            { $"{{{Two}, 'forbids': [['a', 'm'], ['a']]}}", "bad-file", "/forbids/1" },
            { $"{{{Two}, 'forbids': ['a', 'm']}}", "bad-file", "/forbids/0" },
            { $"{{{Two}, 'mode': 'best'}}", "bad-file", "/mode" },
            { $"{{{Two}, 'mode': 'peers'}}", "bad-file", "/mode" },
            { $"{{{Two}, 'mode': 'welfare'}}", "bad-file", "/mode" },
            { $"{{{Two}, 'mode': 1}}", "bad-file", "/mode" },
            { $"{{{Two}, 'seed': 1.5}}", "bad-file", "/seed" },
            { $"{{{Two}, 'd': 0}}", "bad-file", "/d" },
            { $"{{{Two}, 'budget': -1}}", "bad-file", "/budget" },
            { $"{{{Two}, 'priceOfMove': 1}}", "bad-file", "/priceOfMove" },
            { $"{{{Two}, 'scores': {{'a': {{'m': 1}}}}, 'mode': 'welfare', 'priceOfMove': -1}}", "bad-file", "/priceOfMove" },
            { $"{{{Two}, 'scores': {{'a': {{'m': '1'}}}}}}", "bad-file", "/scores/a/m" },
            { $"{{{Two}, 'scores': {{'a': [1]}}}}", "bad-file", "/scores/a" },
            { $"{{{Two}, 'groups': {{'g': 'a'}}}}", "bad-file", "/groups/g" },
            { $"{{{Two}, 'lastUnmatched': {{'a': true}}}}", "bad-file", "/lastUnmatched" },
            { $"{{{Two}, 'optedIn': [true]}}", "bad-file", "/optedIn/0" },
            { $"{{{Two}, 'current': [['a', 'm']]}}", "bad-file", "/current" },
            { $"{{{Two}, 'current': {{'a': null}}}}", "bad-file", "/current/a" },
            { $"{{{Two}, 'event': {{}}}}", "bad-file", "/event" },
            { $"{{{Two}, 'event': 'leave'}}", "bad-file", "/event" },
            { $"{{{Two}, 'event': {{'leave': 'a', 'arrive': 'b'}}}}", "bad-file", "/event/arrive" },
            { $"{{{Two}, 'event': {{'leave': 'a', 'ban': 1}}}}", "bad-file", "/event/ban" },
            { $"{{{Two}, 'event': {{'arrive': 'a', 'ban': true}}}}", "bad-file", "/event" },
            { $"{{{Two}, 'event': {{'leave': 'a', 'to': 1}}}}", "bad-file", "/event" },
            { $"{{{Two}, 'event': {{'leave': 'a'}}}}", "bad-file", "/event/leave" },
            { $"{{{Two}, 'event': {{'switch': 'a'}}}}", "bad-file", "/event/switch" },
            { $"{{{Two}, 'current': {{'a': 'm'}}, 'event': {{'arrive': 'a'}}}}", "bad-file", "/event/arrive" },
            { $"{{{Two}, 'current': {{'a': 'm'}}, 'pins': [['a', 'n']], 'event': {{'leave': 'a'}}}}", "bad-file", "/event/leave" },
            { $"{{{Two}, 'current': {{'a': 'm'}}, 'pins': [['a', 'm']], 'event': {{'switch': 'a'}}}}", "bad-file", "/event/switch" },
            { $"{{{Two}, 'x': '\\ud800'}}", "", "" },
            { $"{{{Two}, 'optedIn': ['\\ud800']}}", "bad-file", "/optedIn/0" },
        };

    public static TheoryData<string, string, string> Contradictions =>
        new()
        {
            { "{'mentees': {'a': [['m'], ['x', 'm']]}, 'mentors': {'m': {'capacity': 1}}}", "unknown-id", "/mentees/a/1/0" },
            { "{'mentees': {'a': []}, 'mentors': {'m': {'capacity': 1, 'prefs': [['a', 'm']]}}}", "unknown-id", "/mentors/m/prefs/0/1" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 1, 'reserved': {'g': 1}}}}", "unknown-id", "/mentors/m/reserved/g" },
            { $"{{{Two}, 'pins': [['a', 'm'], ['m', 'a']]}}", "unknown-id", "/pins/1/0" },
            { $"{{{Two}, 'forbids': [['a', 'b']]}}", "unknown-id", "/forbids/0/1" },
            { $"{{{Two}, 'current': {{'a': 'x'}}}}", "unknown-id", "/current/a" },
            { $"{{{Two}, 'event': {{'leave': 'x'}}}}", "unknown-id", "/event/leave" },
            { $"{{{Two}, 'event': {{'capacity': 'a', 'to': 1}}}}", "unknown-id", "/event/capacity" },
            { $"{{{Two}, 'groups': {{'g': ['a', 'x']}}}}", "unknown-id", "/groups/g/1" },
            { $"{{{Two}, 'scores': {{'x': {{}}}}}}", "unknown-id", "/scores/x" },
            { $"{{{Two}, 'scores': {{'a': {{'b': 1}}}}}}", "unknown-id", "/scores/a/b" },
            { $"{{{Two}, 'lastUnmatched': ['m']}}", "unknown-id", "/lastUnmatched/0" },
            { $"{{{Two}, 'optedIn': ['a', 'm']}}", "unknown-id", "/optedIn/1" },
            { "{'students': {'s': ['q']}, 'projects': {}, 'supervisors': {}}", "unknown-id", "/students/s/0" },
            {
                "{'students': {}, 'projects': {'p': {'capacity': 1, 'supervisor': 'x'}}, 'supervisors': {}}",
                "unknown-id",
                "/projects/p/supervisor"
            },
            {
                "{'students': {}, 'projects': {}, 'supervisors': {'x': {'capacity': 1, 'prefs': ['s']}}}",
                "unknown-id",
                "/supervisors/x/prefs/0"
            },
            { "{'people': {'a': ['b']}}", "unknown-id", "/people/a/0" },
            { "{'mentees': {'a': [], 'b': [], 'a': []}, 'mentors': {}}", "duplicate-id", "/mentees/a" },
            { "{'mentees': {'a': [['m'], ['m']]}, 'mentors': {'m': {'capacity': 1}}}", "duplicate-id", "/mentees/a/1/0" },
            { "{'mentees': {'a': [['m', 'm']]}, 'mentors': {'m': {'capacity': 1}}}", "duplicate-id", "/mentees/a/0/1" },
            {
                "{'mentees': {'a': []}, 'mentors': {'m': {'capacity': 1, 'prefs': [['a'], ['a']]}}}",
                "duplicate-id",
                "/mentors/m/prefs/1/0"
            },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 1}, 'm': {'capacity': 2}}}", "duplicate-id", "/mentors/m" },
            { $"{{{Two}, 'current': {{'a': 'm', 'a': 'n'}}}}", "duplicate-id", "/current/a" },
            { $"{{{Two}, 'groups': {{'g': ['a', 'a']}}}}", "duplicate-id", "/groups/g/1" },
            { $"{{{Two}, 'groups': {{'g': [], 'g': []}}}}", "duplicate-id", "/groups/g" },
            { $"{{{Two}, 'scores': {{'a': {{'m': 1, 'm': 2}}}}}}", "duplicate-id", "/scores/a/m" },
            { $"{{{Two}, 'optedIn': ['a', 'b', 'a']}}", "duplicate-id", "/optedIn/2" },
            { $"{{{Two}, 'lastUnmatched': ['a', 'a']}}", "duplicate-id", "/lastUnmatched/1" },
            { "{'people': {'a': ['b', 'b'], 'b': []}}", "duplicate-id", "/people/a/1" },
            {
                "{'students': {'s': ['p', 'p']}, 'projects': {'p': {'capacity': 1, "
                    + "'supervisor': 'x'}}, 'supervisors': {'x': {'capacity': 1}}}",
                "duplicate-id",
                "/students/s/1"
            },
            { "{'mentees': {}, 'mentors': {'m': {}}}", "bad-capacity", "/mentors/m/capacity" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': -1}}}", "bad-capacity", "/mentors/m/capacity" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 1.5}}}", "bad-capacity", "/mentors/m/capacity" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 3000000000}}}", "bad-capacity", "/mentors/m/capacity" },
            { "{'mentees': {}, 'mentors': {'m': {'capacity': 1e400}}}", "bad-capacity", "/mentors/m/capacity" },
            {
                "{'mentees': {}, 'mentors': {'m': {'capacity': 1, 'reserved': {'g': -2}}}, 'groups': {'g': []}}",
                "bad-capacity",
                "/mentors/m/reserved/g"
            },
            {
                "{'students': {}, 'projects': {'p': {'capacity': 0.1, 'supervisor': 'x'}}, 'supervisors': {'x': {'capacity': 1}}}",
                "bad-capacity",
                "/projects/p/capacity"
            },
            { "{'students': {}, 'projects': {}, 'supervisors': {'x': {'prefs': []}}}", "bad-capacity", "/supervisors/x/capacity" },
            { $"{{{Two}, 'event': {{'capacity': 'm', 'to': -1}}}}", "bad-capacity", "/event/to" },
            { $"{{{Two}, 'event': {{'capacity': 'm'}}}}", "bad-capacity", "/event/to" },
            { $"{{{Two}, 'forbids': [['a', 'm']], 'pins': [['b', 'm'], ['a', 'm']]}}", "pin-forbid-conflict", "/pins/1" },
            { $"{{{Group}, 'pins': [['a', 'b']], 'forbids': [['b', 'a']]}}", "pin-forbid-conflict", "/pins/0" },
            { $"{{{Two}, 'pins': [['a', 'm'], ['b', 'm']]}}", "pin-capacity-conflict", "/pins/1" },
            { $"{{{Two}, 'pins': [['a', 'm'], ['a', 'n']]}}", "pin-capacity-conflict", "/pins/1" },
            { $"{{{Two}, 'current': {{'b': 'm'}}, 'pins': [['a', 'm']]}}", "pin-capacity-conflict", "/pins/0" },
            { $"{{{Two}, 'pins': [['a', 'm']], 'event': {{'capacity': 'm', 'to': 0}}}}", "pin-capacity-conflict", "/pins/0" },
            { $"{{{Group}, 'pins': [['a', 'b'], ['c', 'a']]}}", "pin-capacity-conflict", "/pins/1" },
            { $"{{{Group}, 'pins': [['a', 'a']]}}", "pin-capacity-conflict", "/pins/0" },
            {
                "{'students': {'s': [], 't': []}, 'projects': {'p': {'capacity': 2, 'supervisor': 'x'}}, "
                    + "'supervisors': {'x': {'capacity': 1}}, 'pins': [['s', 'p'], ['t', 'p']]}",
                "pin-capacity-conflict",
                "/pins/1"
            },
        };

    [Theory]
    [MemberData(nameof(NoJson))]
    [MemberData(nameof(Shapes))]
    [MemberData(nameof(Options))]
    [MemberData(nameof(Contradictions))]
    public void What_is_wrong_is_named_and_pointed_at(string file, string code, string at)
    {
        var solved = ProblemFiles.Solve(Bytes(file));

        Assert.Equal((code, at), (solved.Error?.Code ?? "", solved.Error?.At ?? ""));
        Assert.Equal(solved.Error, ProblemFiles.Check(Bytes(file), "{\"pairs\": {}}"u8).Error);
        if (solved.Error is null)
            return;
        var error = System.Text.Json.Nodes.JsonNode.Parse(solved.Json)!["error"]!;
        Assert.Equal(
            (code, at, solved.Error.Message),
            (error["code"]!.GetValue<string>(), error["at"]!.GetValue<string>(), error["message"]!.GetValue<string>())
        );
        Assert.Matches(@"^[A-Z\x22][^\n]*\.$", solved.Error.Message);
    }

    [Fact]
    public void The_first_contradiction_is_told_in_the_order_of_the_codes()
    {
        string[] wrongs =
        [
            "'budget': -1",
            "'optedIn': ['x']",
            "'lastUnmatched': ['a', 'a']",
            "'mentors': {'m': {'capacity': -1}, 'n': {'capacity': 1}}",
            "'forbids': [['a', 'n']]",
            "'pins': [['a', 'n'], ['b', 'n']]",
        ];
        string[] rights =
        [
            "'budget': 1",
            "'optedIn': []",
            "'lastUnmatched': ['a']",
            "'mentors': {'m': {'capacity': 1}, 'n': {'capacity': 1}}",
            "'forbids': []",
            "'pins': []",
        ];
        for (var first = 0; first < wrongs.Length; first++)
        {
            // Nothing is left to be forbidden in the last turn: only places are short.
            string[] parts = [.. rights[..first], .. wrongs[first..]];
            foreach (var order in new[] { parts, [.. parts.Reverse()] })
            {
                var solved = ProblemFiles.Solve(Bytes($"{{{string.Join(", ", order)}, 'mentees': {{'a': [], 'b': []}}}}"));
                Assert.Equal(FileErrorCodes.All[first], solved.Error?.Code);
            }
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00 }, "line 1, column 1")]
    [InlineData(new byte[] { 0x7B, 0x0A, 0x22, 0xE9, 0x22 }, "line 2, column 2")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x7B, 0x22, 0xC3 }, "line 1, column 3")]
    [InlineData(new byte[] { 0, 0, 0 }, "line 1, column 1")]
    public void What_is_not_utf8_is_pointed_at_by_line_and_column(byte[] file, string at)
    {
        var error = ProblemFiles.Solve(file).Error!;

        Assert.Equal((FileErrorCodes.BadFile, at), (error.Code, error.At));
    }

    [Fact]
    public void A_group_too_many_and_an_id_too_long_are_refused()
    {
        var groups = string.Join(", ", Enumerable.Range(0, 65).Select(n => $"'g{n}': []"));
        Assert.Equal(("bad-file", "/groups/g64"), ErrorOf($"{{{Two}, 'groups': {{{groups}}}}}"));
        Assert.Equal(("", ""), ErrorOf($"{{{Two}, 'groups': {{{groups[..groups.LastIndexOf(',')]}}}}}"));
        Assert.Equal(("bad-file", "/optedIn/0"), ErrorOf($"{{{Two}, 'optedIn': ['{new string('x', 1001)}']}}"));
        Assert.Equal(("unknown-id", "/optedIn/0"), ErrorOf($"{{{Two}, 'optedIn': ['{new string('x', 1000)}']}}"));
        Assert.Equal(("bad-file", "/mentees"), ErrorOf($"{{'mentees': {{'{new string('x', 1001)}': []}}}}"));
    }

    [Fact]
    public void What_means_nothing_is_ignored_and_named()
    {
        var solved = ProblemFiles.Solve(Bytes($"{{{Two}, 'note': {{'deep': [1, {{'er': null}}]}}, 'note': 2, 'comment': 'x'}}"));

        Assert.Equal(["note", "comment"], solved.Ignored);
        Assert.Null(solved.Error);
    }

    private static (string, string) ErrorOf(string file) =>
        ProblemFiles.Solve(Bytes(file)).Error is { } error ? (error.Code, error.At) : ("", "");

    private static byte[] Bytes(string file) => Encoding.UTF8.GetBytes(file.Replace('\'', '"'));
}

using System.Text.RegularExpressions;
using Rabta.Care.Queueing;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Preferences.Recommending;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Architecture;

/// <summary>
/// A file someone can hold in their head, a method they see whole. Lines are what CSharpier makes of them, so none hides in a long one.
/// </summary>
public sealed partial class SizeTests
{
    private const int LongestFile = 350;
    private const int LongestPage = 200;
    private const int LongestMethod = 60;
    private const int LongestTest = 120;

    [Fact]
    public void No_file_is_longer_than_a_head() =>
        Assert.Empty(TooLong(Source.Files(".cs", ".razor", ".css").Select(f => (Source.Name(f), File.ReadLines(f).Count()))));

    [Fact]
    public void A_planted_long_file_is_found() =>
        Assert.Equal(
            ["Long.cs", "Long.razor"],
            TooLong([("Long.cs", 351), ("Short.cs", 350), ("Long.razor", 201), ("Short.razor", 200)]).Select(f => f.Path)
        );

    [Fact]
    public void No_method_is_longer_than_a_look() =>
        Assert.Empty(
            from file in Source.Files(".cs")
            let name = Source.Name(file)
            from method in Methods(File.ReadAllLines(file))
            where method.Lines > (name.StartsWith("src", StringComparison.Ordinal) ? LongestMethod : LongestTest)
            select $"{name}: {method.Head} has {method.Lines} lines"
        );

    [Fact]
    public void A_planted_long_method_is_found()
    {
        string[] planted =
        [
            "public class A",
            "{",
            "    public int Long(",
            "        int one",
            "    )",
            "    {",
            .. Enumerable.Repeat("        one++;", 61),
            "    }",
            "",
            "    private class Inner",
            "    {",
            .. Enumerable.Repeat("        public int One;", 61),
            "    }",
            "}",
        ];

        Assert.Equal([("public int Long(", 61)], Methods(planted));
    }

    [Fact]
    public void Scripts_stay_under_forty_lines_and_say_in_line_one_what_they_do()
    {
        foreach (
            var script in new DirectoryInfo(Path.Combine(Code.Root.FullName, "bin"))
                .GetFiles()
                .Append(new(Path.Combine(Code.Root.FullName, "tests", "run")))
        )
        {
            var lines = File.ReadAllLines(script.FullName);
            Assert.True(lines.Length < 40, $"{script.Name} has {lines.Length} lines");
            Assert.StartsWith("# ", lines[1]);
        }
    }

    [Fact]
    public void A_file_is_one_namespace_without_braces() =>
        Assert.Empty(Braced(Source.Files(".cs").Where(path => !path.EndsWith("Architecture/Planted.cs", StringComparison.Ordinal))));

    [Fact]
    public void A_planted_namespace_with_braces_is_found() =>
        Assert.Single(Braced(Source.Files(".cs").Where(path => path.EndsWith("Architecture/Planted.cs", StringComparison.Ordinal))));

    private static IEnumerable<string> Braced(IEnumerable<string> paths) =>
        paths.Where(path =>
            File.ReadLines(path).Any(line => line.StartsWith("namespace ", StringComparison.Ordinal) && !line.EndsWith(';'))
        );

    private static IEnumerable<(string Path, int Lines)> TooLong(IEnumerable<(string Path, int Lines)> files) =>
        files.Where(f => f.Lines > (f.Path.EndsWith(".razor", StringComparison.Ordinal) ? LongestPage : LongestFile));

    /// <summary>By the format: a member of a type and its braces stand four spaces in, a member of a type within it eight.</summary>
    private static IEnumerable<(string Head, int Lines)> Methods(string[] lines) =>
        from i in Enumerable.Range(1, lines.Length - 1)
        where lines[i] is "    {" or "        {"
        let indent = lines[i][..^1]
        let head = lines.Take(i).Last(l => l.StartsWith(indent, StringComparison.Ordinal) && l[indent.Length] is not (' ' or ')'))
        where indent.Length == 4 || IsMember(lines, i)
        where !Type().IsMatch(head)
        let end = Array.FindIndex(lines, i, l => l.StartsWith(indent + '}', StringComparison.Ordinal))
        select (head.Trim(), end - i - 1);

    /// <summary>Eight spaces in stands a member where what is round it is a type.</summary>
    private static bool IsMember(string[] lines, int i) =>
        lines
            .Take(i)
            .LastOrDefault(l => l.Length > 5 && l.StartsWith("    ", StringComparison.Ordinal) && l[4] is not (' ' or '{' or '}' or ')'))
            is { } around
        && Type().IsMatch(around);

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|extension)\b|^\s+(private|internal|public)? ?static readonly")]
    private static partial Regex Type();
}

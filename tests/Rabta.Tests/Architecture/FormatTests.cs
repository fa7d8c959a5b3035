using System.Text.RegularExpressions;
using Rabta.Goals;
using Rabta.Importing.ReadingLists;
using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>
/// The one format, as far as bin/format does not see to it: CSharpier leaves long literals and comments, and knows neither Razor nor CSS.
/// </summary>
public sealed partial class FormatTests
{
    private const int Columns = 140;
    private const int TagsOnALine = 3;

    [Fact]
    public void No_line_is_wider_than_a_screen() => Assert.Empty(Lines(".cs", ".razor", ".css").Where(IsTooWide).Select(Told));

    [Fact]
    public void A_planted_wide_line_is_found() =>
        Assert.True(IsTooWide(new("x.cs", 1, new string('x', 141))) && !IsTooWide(new("x.cs", 1, new string('x', 140))));

    [Fact]
    public void A_line_of_Razor_opens_three_elements_at_most() => Assert.Empty(Lines(".razor").Where(OpensTooMany).Select(Told));

    [Fact]
    public void A_planted_line_that_opens_four_is_found()
    {
        Assert.True(OpensTooMany(new("x.razor", 1, "<li><div><b><bdi>@name</bdi></b></div></li>")));
        Assert.False(OpensTooMany(new("x.razor", 1, "    private List<List<Goal>> Of(Dictionary<GoalId, List<Goal>> goals) => <b></b>")));
    }

    [Fact]
    public void Razor_stands_as_far_in_as_it_is_nested() =>
        Assert.Empty(
            from file in Source.Files(".razor")
            from line in RazorNesting.Crooked(File.ReadLines(file))
            select $"{Source.Name(file)}:{line}"
        );

    [Theory]
    [InlineData("<div>\n<p></p>\n</div>", 2)]
    [InlineData("@if (a < b)\n{\n    <p>@T[\"x\"]</p>\n    }", 4)]
    [InlineData("<ul>\n    <li>\n        <input value=\"@(\"a>\")\">\n    <b></b>\n    </li>\n</ul>", 4)]
    public void A_planted_line_that_stands_elsewhere_is_found(string razor, int line) =>
        Assert.Equal([line], RazorNesting.Crooked(razor.Split('\n')));

    [Fact]
    public void What_goes_on_from_the_line_before_is_aligned_not_nested() =>
        Assert.Empty(RazorNesting.Crooked("<Field Name=\"a\"\n       Value=\"b\" />\n@Say(\n    \"c\"\n)\n<p></p>".Split('\n')));

    private static bool IsTooWide(Line line) => line.Text.Length > Columns;

    private static bool OpensTooMany(Line line) => Opened().Count(line.Text) > TagsOnALine;

    private static string Told(Line line) => $"{line.File}:{line.Number}: {line.Text.Trim()}";

    private static IEnumerable<Line> Lines(params string[] kinds) =>
        from file in Source.Files(kinds)
        from line in File.ReadLines(file).Index()
        select new Line(Source.Name(file), line.Index + 1, line.Item);

    private sealed record Line(string File, int Number, string Text);

    /// <summary>An element's beginning, not the type between < and > of a generic name.</summary>
    [GeneratedRegex(@"(?<!\w)<[A-Za-z]")]
    private static partial Regex Opened();
}

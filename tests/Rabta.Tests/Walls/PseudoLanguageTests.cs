using System.Text;
using AngleSharp.Dom;
using Rabta.Home.Commanding;
using Rabta.People;
using Rabta.Platform.CommandLine;
using Rabta.Programmes.Enrolling;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>
/// In the made-up language every text of ours is in brackets and all data is Greek: a bare Latin letter came from nowhere.
/// </summary>
public sealed class PseudoLanguageTests
{
    [Fact]
    public async Task No_page_shows_a_text_that_is_neither_bracketed_nor_data()
    {
        await using var college = await GreekCollege.With();

        await foreach (var page in college.Pages("qps-ploc"))
        {
            var bare = Bare(page.Page.DocumentElement).Select(text => $"{page.Path}: {text}").ToList();
            Assert.True(bare.Count == 0, string.Join('\n', bare));
        }
    }

    [Fact]
    public async Task No_mail_says_anything_that_is_neither_bracketed_nor_data()
    {
        await using var college = await GreekCollege.With();

        Assert.Empty((await college.Mails("qps-ploc")).Where(line => HasLatin(Unbracketed(line))));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("serve --nonsense")]
    [InlineData("serve --urls")]
    [InlineData("person add")]
    [InlineData("person add --name x --role mentor")]
    public async Task The_command_line_speaks_it_too(string line)
    {
        using var said = new StringWriter();
        var code = await new Commands(
            [new ServeCommand(), new PersonAddCommand(Composition.Languages)],
            TextWriter.Null,
            said,
            new Compose()
        ).Run([.. line.Split(' '), "--lang=qps-ploc"], default);

        Assert.Equal(CommandContext.BadUse, code);
        Assert.StartsWith("[", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_planted_bare_text_is_found()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<p>[Fine] Ωμαρ</p><p>Forgotten</p><img alt='Bare'>");

        Assert.Equal(["Forgotten", "Bare"], Bare(page.DocumentElement));
    }

    private static IEnumerable<string> Bare(IElement root) =>
        GreekCollege.Texts(root).Where(t => HasLatin(Unbracketed(t))).Select(t => t.Trim());

    private static string Unbracketed(string text)
    {
        var (rest, depth) = (new StringBuilder(), 0);
        foreach (var c in text)
        {
            if (c == '[')
                depth++;
            else if (c == ']')
                depth--;
            else if (depth == 0)
                rest.Append(c);
        }
        return rest.ToString();
    }

    private static bool HasLatin(string text) => text.Any(char.IsAsciiLetter);
}

using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>
/// Every page as eight people and a stranger read it: texts, in their order, where links lead, what fields hold. The same on both
/// databases.
/// </summary>
public sealed class PageTextsTests
{
    private static readonly HashSet<string> Inline =
    [
        "a",
        "b",
        "bdi",
        "i",
        "em",
        "strong",
        "span",
        "small",
        "time",
        "abbr",
        "q",
        "br",
        "wbr",
    ];

    [Theory, OnBoth]
    public async Task Every_page_reads_as_it_is_drawn(Engine on)
    {
        SeededIds.Count();
        await using var world = await WalledModule.World(on);
        await WalledModule.PutTwins(world);
        var cast = await WalledModule.PutEverything(world);
        var (iqra, asad) = await world.PutNewPair(cast);
        var numbers = new Drawn.Numbers();
        foreach (var person in new[] { null, cast.Omar, cast.Zara, cast.Bilal, cast.Sara, cast.Huda, cast.Amal, iqra, asad })
        {
            using var phone = person is null ? world.Visit() : await world.SignIn(person);
            var pages = await Crawl.From(phone, $"/people/import/{cast.Draft.Value}", "/waiting/not-accepted/remind");
            Drawn.Is(
                $"pages-{person?.Name.ToLowerInvariant() ?? "stranger"}",
                [.. pages.SelectMany((page, i) => Lines(page, whole: i == 0)).Select(numbers.In)]
            );
        }
    }

    [Fact]
    public void Texts_links_and_fields_are_drawn_and_tokens_are_not()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            """
            <main><h1>Two</h1><p>One <a href="/x"><b>bold</b></a> word</p><ul><li>first</li><li>second</li></ul>
            <form><input type="hidden" name="_write" value="7"><input type="radio" name="how" value="a" checked>
            <select name="s"><option value="1">A</option><option value="2" selected>B</option></select>
            <textarea name="t">typed</textarea><button name="do" value="go">Go</button></form></main>
            """
        );

        Assert.Equal(
            ["# Two", "One [bold](/x) word", "- first", "- second", "(how=a *)", "(s: 1 A, 2 B *)", "(t: typed)", "<do=go> Go"],
            LinesOf(page.QuerySelector("main")!)
        );
    }

    private static IEnumerable<string> Lines(Seen page, bool whole) =>
        [
            $"==== {page.Path} ({(int)page.Status})",
            .. LinesOf(whole ? page.Page.Body! : page.Page.QuerySelector("main") ?? page.Page.Body!),
            "",
        ];

    private static List<string> LinesOf(IElement element)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        void End(string start = "")
        {
            var text = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (text.Length > 0)
                lines.Add(start + text);
            line.Clear();
        }
        void Walk(INode node)
        {
            switch (node)
            {
                case IText text:
                    line.Append(text.Data);
                    break;
                case IHtmlAnchorElement link:
                    line.Append('[');
                    Each(link);
                    line.Append("](").Append(link.GetAttribute("href")).Append(')');
                    break;
                case IHtmlScriptElement or IHtmlStyleElement:
                case IHtmlInputElement { Type: "hidden" }:
                    break;
                case IHtmlInputElement input:
                    End();
                    lines.Add($"({input.Name}={input.Value}{(input.IsChecked ? " *" : "")})");
                    break;
                case IHtmlTextAreaElement area:
                    End();
                    lines.Add($"({area.Name}: {area.Value})");
                    break;
                case IHtmlSelectElement select:
                    End();
                    lines.Add($"({select.Name}: {string.Join(", ", select.Options.Select(Option))})");
                    break;
                case IElement inner when Inline.Contains(inner.LocalName):
                    Each(inner);
                    if (inner.LocalName is "br")
                        line.Append(' ');
                    break;
                case IElement block:
                    End();
                    Each(block);
                    End(Start(block));
                    break;
            }
        }
        void Each(INode node)
        {
            foreach (var child in node.ChildNodes)
                Walk(child);
        }
        Walk(element);
        End();
        return lines;
    }

    private static string Option(IHtmlOptionElement option) => $"{option.Value} {option.Text.Trim()}{(option.IsSelected ? " *" : "")}";

    private static string Start(IElement block) =>
        block.LocalName switch
        {
            "h1" => "# ",
            "h2" => "## ",
            "h3" => "### ",
            "li" => "- ",
            "dt" => "- ",
            "button" => $"<{block.GetAttribute("name")}={block.GetAttribute("value")}> ",
            _ => "",
        };
}

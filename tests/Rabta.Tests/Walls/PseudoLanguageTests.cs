using System.Text;
using AngleSharp.Dom;
using Rabta.Home.Commanding;
using Rabta.Importing.Storing;
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
        await using var world = await World.On(Engine.Sqlite, empty: true);
        world.Institution = await world.Found(Greek("College"));
        var cast = await Cast.In(world, letters: Greek);
        await world.Do(async get =>
        {
            var db = (Rabta.Platform.Database.RabtaDb)get.GetService(typeof(Rabta.Platform.Database.RabtaDb))!;
            foreach (var person in db.Set<Rabta.People.Person>())
                person.MoveTo(Greek(person.Address!));
            await db.SaveChangesAsync();
        });
        await world.PutRounds(cast);
        await world.PutDraft(cast, Greek);
        await world.PutAnswers(cast, Greek);
        await world.PutGoals(cast, Greek);
        await world.PutMeetings(cast, Greek);
        await world.PutWishes(cast);
        await world.PutRequests(cast, Greek);
        await world.PutRecommendations(cast, Greek);
        await world.PutWaiting(cast);
        foreach (var person in new[] { null, cast.Omar, cast.Sara, cast.Huda, cast.Zara })
        {
            using var phone = person is null ? world.Visit("qps-ploc") : await world.SignIn(person, "qps-ploc");
            var pages = await Crawl.From(
                phone,
                [
                    "/sign-in",
                    "/nowhere",
                    "/error",
                    "/in/unknown",
                    .. person == cast.Huda ? [$"/people/import/{cast.Draft.Value}"] : Array.Empty<string>(),
                ]
            );
            var bare = pages.SelectMany(p => Bare(p.Page.DocumentElement).Select(text => $"{p.Path}: {text}")).ToList();
            Assert.True(bare.Count == 0, string.Join('\n', bare));
        }
        // Once both have accepted, further pages open to them.
        await world.Accepted(cast);
        foreach (var person in new[] { cast.Omar, cast.Sara })
        {
            using var phone = await world.SignIn(person, "qps-ploc");
            Assert.Empty((await Crawl.From(phone)).SelectMany(p => Bare(p.Page.DocumentElement).Select(text => $"{p.Path}: {text}")));
        }
    }

    [Fact]
    public async Task No_mail_says_anything_that_is_neither_bracketed_nor_data()
    {
        await using var world = await World.On(Engine.Sqlite, empty: true);
        world.Institution = await world.Found(Greek("College"));
        var cast = await Cast.In(world, letters: Greek);
        await world.Do(async get =>
        {
            var db = (Rabta.Platform.Database.RabtaDb)get.GetService(typeof(Rabta.Platform.Database.RabtaDb))!;
            foreach (var person in db.Set<Rabta.People.Person>())
                person.Language = "qps-ploc";
            await db.SaveChangesAsync();
        });
        using var huda = await world.SignIn(cast.Huda);
        await huda.Send(await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/arrange"), "end", ("reason", "x"));
        await huda.Send(await huda.Open($"/people/{cast.Omar.Id.Value}/slip"), "slip");
        await world.SendMail();

        Assert.True(world.Letters.Sent.Count >= 3);
        Assert.Empty(
            world
                .Letters.Sent.SelectMany(l => $"{l.Subject}\n{l.Body}".Split('\n'))
                .Where(line => !line.StartsWith("http", StringComparison.Ordinal) && HasLatin(Unbracketed(line)))
        );
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

        Assert.Equal(Given.BadUse, code);
        Assert.StartsWith("[", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_planted_bare_text_is_found()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<p>[Fine] Ωμαρ</p><p>Forgotten</p><img alt='Bare'>");

        Assert.Equal(["Forgotten", "Bare"], Bare(page.DocumentElement));
    }

    private static IEnumerable<string> Bare(IElement root)
    {
        var texts = root.Descendants<IText>()
            .Where(t => t.ParentElement is { } p && !p.Matches("script, style, [hreflang], [hreflang] *, option[lang], textarea[lang]"))
            .Select(t => t.Data);
        var spoken = root.QuerySelectorAll("[aria-label], [alt], [placeholder], [title]")
            .SelectMany(e => new[] { "aria-label", "alt", "placeholder", "title" }.Select(e.GetAttribute))
            .OfType<string>();
        return texts.Concat(spoken).Where(t => HasLatin(Unbracketed(t))).Select(t => t.Trim());
    }

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

    private static string Greek(string text) =>
        string.Concat(
            text.Select(c =>
                char.IsAsciiLetterLower(c) ? (char)('α' + (c - 'a') % 17)
                : char.IsAsciiLetterUpper(c) ? (char)('Α' + (c - 'A') % 17)
                : c
            )
        );
}

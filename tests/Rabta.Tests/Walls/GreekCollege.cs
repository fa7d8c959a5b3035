using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>A college in which everything that people wrote is Greek: a letter that is not comes from a text of ours.</summary>
internal sealed class GreekCollege : IAsyncDisposable
{
    private GreekCollege(World world, Cast cast) => (World, Cast) = (world, cast);

    public World World { get; }
    public Cast Cast { get; }

    public static async Task<GreekCollege> With(Languages? languages = null)
    {
        var world = await World.On(Engine.Sqlite, empty: true, languages: languages);
        world.Institution = await world.Found(Greek("College"));
        var cast = await Cast.In(world, letters: Greek);
        await Change(
            world,
            person =>
            {
                person.MoveTo(Greek(person.Address!));
                person.Names = Both.Urdu($"{person.Name}α");
            }
        );
        await world.PutRounds(cast);
        await world.PutDraft(cast, Greek);
        await world.PutAnswers(cast, Greek);
        await world.PutGoals(cast, Greek);
        await world.PutMeetings(cast, Greek);
        await world.PutWishes(cast);
        await world.PutRequests(cast, Greek);
        await world.PutRecommendations(cast, Greek);
        await world.PutWaiting(cast);
        return new(world, cast);
    }

    /// <summary>Every page that anybody comes to, in one language.</summary>
    public async IAsyncEnumerable<Seen> Pages(string language)
    {
        string[] always = ["/sign-in", "/nowhere", "/error", "/in/unknown"];
        foreach (var person in new[] { null, Cast.Omar, Cast.Sara, Cast.Huda, Cast.Zara })
        {
            using var phone = person is null ? World.Visit(language) : await World.SignIn(person, language);
            string[] starts = person == Cast.Huda ? [.. always, $"/people/import/{Cast.Draft.Value}"] : always;
            foreach (var page in await Crawl.From(phone, starts))
                yield return page;
        }
        // Once both have accepted, further pages open to them.
        await World.Accepted(Cast);
        foreach (var person in new[] { Cast.Omar, Cast.Sara })
        {
            using var phone = await World.SignIn(person, language);
            foreach (var page in await Crawl.From(phone))
                yield return page;
        }
    }

    /// <summary>The lines of some mails to people who read this language, without those that are links.</summary>
    public async Task<IReadOnlyList<string>> Mails(string language)
    {
        await Change(World, person => person.Language = language);
        using var huda = await World.SignIn(Cast.Huda);
        await huda.Send(await huda.Open($"/mentorships/{Cast.SaraOmar.Id.Value}/arrange"), "end", ("reason", "x"));
        await huda.Send(await huda.Open($"/people/{Cast.Omar.Id.Value}/slip"), "slip");
        await World.SendMail();
        Assert.True(World.Emails.Sent.Count >= 3);
        return
        [
            .. World
                .Emails.Sent.SelectMany(l => $"{l.Subject}\n{l.Body}".Split('\n'))
                .Where(line => !line.StartsWith("http", StringComparison.Ordinal)),
        ];
    }

    /// <summary>What a page shows or says: not the names of languages, nor a text that is being written in another.</summary>
    public static IEnumerable<string> Texts(IElement root)
    {
        var texts = root.Descendants<IText>()
            .Where(t => t.ParentElement is { } p && !p.Matches("script, style, [hreflang], [hreflang] *, option[lang], textarea[lang]"))
            .Select(t => t.Data);
        var spoken = root.QuerySelectorAll("[aria-label], [alt], [placeholder], [title]")
            .SelectMany(e => new[] { "aria-label", "alt", "placeholder", "title" }.Select(e.GetAttribute))
            .OfType<string>();
        return texts.Concat(spoken);
    }

    public static string Greek(string text) =>
        string.Concat(
            text.Select(c =>
                char.IsAsciiLetterLower(c) ? (char)('α' + (c - 'a') % 17)
                : char.IsAsciiLetterUpper(c) ? (char)('Α' + (c - 'A') % 17)
                : c
            )
        );

    private static Task Change(World world, Action<Person> change) =>
        world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            foreach (var person in db.People)
                change(person);
            await db.SaveChangesAsync();
        });

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

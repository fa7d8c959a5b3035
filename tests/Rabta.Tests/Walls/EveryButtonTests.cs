using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Preferences;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>
/// Every button of every page, pressed by everybody who sees it. None is exempt: sign-in, sign-out and uploads are buttons too.
/// </summary>
public sealed class EveryButtonTests
{
    /// <summary>Addresses that no page links to, and that somebody types or is sent.</summary>
    private static string[] Unlinked(Cast cast) =>
        [$"/people/{cast.Omar.Id.Value}/slip", $"/people/import/{cast.Draft.Value}", "/waiting/not-accepted/remind", "/sign-in"];

    [Theory, OnBoth]
    public async Task Every_button_leads_on_or_says_why_not(Engine on)
    {
        SeededIds.Count();
        await using var world = await WalledModule.World(on);
        var cast = await WalledModule.PutEverything(world);
        var (wrong, done, numbers, told) = (new List<string>(), new List<string>(), new Drawn.Numbers(), new HashSet<string>());
        await Rows.ToldSince(told, world);
        foreach (var person in new[] { cast.Omar, cast.Zara, cast.Bilal, cast.Sara, cast.Huda })
        {
            var phone = await world.SignIn(person);
            var pages = await Crawl.From(phone, Unlinked(cast));
            // Signing out ends what the others need: last.
            foreach (
                var (page, press) in pages
                    .SelectMany(page => Presses(page.Page).Select(press => (page, press)))
                    .OrderBy(p => p.press.Form == "out")
            )
            {
                using var content = new FormUrlEncodedContent(press.Fields);
                var answer = await phone.Post(press.Address ?? page.Path, content, follow: false);
                if (await Rows.ToldSince(told, world) is { Count: > 0 } news)
                    done.AddRange([$"== {person.Name} on {numbers.In(page.Path)}: {press.Form} ({press.Button})", .. news]);
                if (Fault(answer, press.Form) is { } fault)
                    wrong.Add($"{person.Name}: '{press.Form}' ({press.Button}) on {page.Path}: {fault}");
                wrong.AddRange(
                    Twice(answer).Select(name => $"{person.Name}: after '{press.Form}' {page.Path} has the form '{name}' twice")
                );
                // A button that signs out, and sign-in on a phone where somebody is signed in already.
                if (!phone.Cookies.ContainsKey("rabta") || press.Form is "device" or "out-everywhere")
                    await Again(world, person, phone);
            }
            wrong.AddRange(pages.SelectMany(page => Twice(page).Select(name => $"{person.Name}: {page.Path} has the form '{name}' twice")));
            phone.Dispose();
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
        Drawn.Is("buttons", done.Select(line => line.TrimEnd()));
    }

    [Theory, OnBoth]
    public async Task A_stranger_too(Engine on)
    {
        await using var world = await WalledModule.World(on);
        var cast = await WalledModule.PutEverything(world);
        using var phone = world.Visit();
        foreach (var page in await Crawl.From(phone, Unlinked(cast)))
        foreach (var press in Presses(page.Page))
            Assert.Null(
                Fault(await phone.Post(press.Address ?? page.Path, new FormUrlEncodedContent(press.Fields), follow: false), press.Form)
            );
    }

    [Fact]
    public async Task A_planted_form_that_stands_twice_is_found()
    {
        await using var world = await WalledModule.World(Engine.Sqlite);
        await Cast.In(world);
        using var phone = world.Visit();
        var page = await phone.Open("/sign-in");
        var html = page.Html.Replace(
            "</main>",
            "<form method=post action=/sign-in><input name=_handler value=link></form></main>",
            StringComparison.Ordinal
        );

        Assert.Equal(["link"], Twice(page with { Page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html) }));
        Assert.Empty(Twice(page));
    }

    private sealed record Press(string Form, string Button, string? Address, List<KeyValuePair<string, string>> Fields);

    /// <summary>Every named button of every form, also those that stand outside of it; a form without one is sent as it is.</summary>
    private static IEnumerable<Press> Presses(IHtmlDocument page)
    {
        foreach (var form in page.Forms.Where(f => f.Method == "post"))
        {
            var name = form.QuerySelector("input[name=_handler]")!.GetAttribute("value")!;
            var address = form.GetAttribute("action") is { Length: > 0 } action ? action : null;
            var outside = form.Id is { Length: > 0 } id ? page.QuerySelectorAll($"button[form={id}]").AsEnumerable() : [];
            var buttons = form.QuerySelectorAll("button").Concat(outside).Where(b => b.GetAttribute("name") is not null).ToList();
            if (buttons.Count == 0)
                yield return new(name, "", address, Phone.Fields(form));
            foreach (var button in buttons)
                yield return new(
                    name,
                    string.Join(' ', button.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                    address,
                    Phone.Fields(form, [(button.GetAttribute("name")!, button.GetAttribute("value") ?? "")])
                );
        }
    }

    /// <summary>What is wrong with an answer; nothing where it leads on, shows something else, or says why it was not done.</summary>
    private static string? Fault(Seen answer, string form) =>
        answer.Status switch
        {
            HttpStatusCode.Found => null,
            HttpStatusCode.OK when answer.Page.QuerySelector(".wrong, [role=alert], [role=status], .slip") is not null => null,
            // An answer that only shows: the form itself says so by asking nothing of the database.
            HttpStatusCode.OK when Showing.Contains(form) => null,
            HttpStatusCode.OK => "nothing is said",
            // A press before this one answered it, and the page says so.
            HttpStatusCode.Conflict when answer.Page.QuerySelector("main h1") is not null => null,
            _ => $"{(int)answer.Status} {answer.Title}",
        };

    /// <summary>Forms whose answer is the page itself, changed by what was asked.</summary>
    private static readonly string[] Showing = ["why-not", "enter"];

    private static IEnumerable<string> Twice(Seen page) =>
        page
            .Page.Forms.Where(f => f.Method == "post")
            .Select(f =>
                (Address: f.GetAttribute("action") ?? page.Path, Name: f.QuerySelector("input[name=_handler]")?.GetAttribute("value") ?? "")
            )
            .GroupBy(form => form)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key.Name);

    private static async Task Again(World world, Rabta.People.Person person, Phone phone)
    {
        var (link, secret) = Rabta.People.SignInLink.Make(person.Id, Rabta.People.LinkFor.Demo, world.Clock.Now);
        await world.Put(link);
        phone.Cookies.Remove("rabta");
        await phone.Send(await phone.Open($"/in/{secret}"), "enter");
    }
}

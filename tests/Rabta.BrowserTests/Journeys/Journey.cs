using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Rabta.People;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Programmes.Enrolling;
using Rabta.Tests.Worlds;
using static Microsoft.Playwright.Assertions;

namespace Rabta.BrowserTests.Journeys;

/// <summary>An empty server, people who come to it one after another, and the language they all read.</summary>
internal sealed class Journey(World world, Chromium chromium, CultureInfo language, bool script) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _phones = [];

    public World World => world;
    public CultureInfo Language => language;

    /// <summary>A phone of their own, on which nobody has signed in.</summary>
    public async Task<IPage> Phone()
    {
        var phone = await chromium.Open(language.Name, script: script);
        _phones.Add(phone);
        return await phone.NewPageAsync();
    }

    /// <summary>The text of a module as this journey's people read it.</summary>
    public string Text<TTexts>(string key, params object[] values) => In<TTexts>(language, key, values);

    public string Plural<TTexts>(string key, int count, params object[] more) =>
        Text<TTexts>(Languages.In(language, () => Both.Texts<TTexts>().Form(key, count)), [count, .. more]);

    public static string In<TTexts>(CultureInfo language, string key, params object[] values) =>
        Languages.In(language, () => values.Length == 0 ? Both.Texts<TTexts>()[key].Value : Both.Texts<TTexts>()[key, values].Value);

    /// <summary>A day or a time as these people read it, where the institution is.</summary>
    public string Day(Func<Dates, DateTimeZone, string> said) =>
        Languages.In(language, () => said(new Dates(Both.Texts<PlatformTexts>()), DateTimeZoneProviders.Tzdb[world.Institution.Zone]));

    public string When(Instant at) => Day((dates, zone) => dates.When(at, world.Clock.Now, zone));

    /// <summary>By a link of their own, as after a first mail.</summary>
    public async Task<IPage> ComeIn(Person person)
    {
        var (link, secret) = SignInLink.Make(person.Id, LinkFor.Demo, world.Clock.Now);
        await world.Put(link);
        var page = await Phone();
        await page.ComeIn(this, $"http://rabta.test/in/{secret}", person.NameIn(language));
        await page.Locator("nav.bar").WaitForAsync();
        return page;
    }

    /// <summary>Where a link of a mail leads on this server.</summary>
    public string OnServer(string link) => world.Server.Urls.First() + new Uri(link).PathAndQuery;

    /// <summary>The command that lets the first coordinator in, on this server's own data; answers the link it prints.</summary>
    public async Task<string> AddCoordinator(string name, string address)
    {
        await using var output = new StringWriter();
        await using var aside = new StringWriter();
        var before = CultureInfo.CurrentUICulture;
        var code = await new Commands([new PersonAddCommand(Composition.Languages)], output, aside, new Compose()).Run(
            [
                "person",
                "add",
                "--name",
                name,
                "--address",
                address,
                "--role",
                "coordinator",
                "--lang",
                language.Name,
                "--data",
                world.Settings.Data,
                "--urls",
                world.Server.Urls.First(),
            ],
            default
        );
        CultureInfo.CurrentUICulture = before;
        Assert.Equal((0, ""), (code, aside.ToString()));
        world.Institution = await world.Ask(db => db.Institutions.SingleAsync());
        // The command knows the day; from here on the journey does.
        world.Clock.Now = await world.Ask(db => db.SignInLinks.Select(l => l.MadeAt).SingleAsync());
        return output.ToString().Trim();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in _phones)
            await phone.DisposeAsync();
    }
}

/// <summary>What a finger does, whatever the language: forms by their name, links by where they lead.</summary>
internal static class Fingers
{
    public static ILocator Form(this IPage page, string name) => page.Locator($"form:has(input[name=_handler][value='{name}'])");

    public static Task Press(this IPage page, string form) => page.Form(form).Locator("button").First.ClickAsync();

    public static Task Type(this IPage page, string field, string text) => page.Locator($"[name='{field}']").FillAsync(text);

    public static Task Follow(this IPage page, string href) => page.Locator($"main a[href='{href}']").First.ClickAsync();

    /// <summary>By the bar, which stands on every page of someone signed in.</summary>
    public static async Task Turn(this IPage page, string href)
    {
        await page.Locator($"nav.bar a[href='{href}']").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == href);
    }

    public static Task Says(this IPage page, string sentence) => Expect(page.Locator("h1")).ToHaveTextAsync(sentence);

    public static Task Shows(this IPage page, string sentence) => Expect(page.Locator("main")).ToContainTextAsync(sentence);

    /// <summary>One of several that stand side by side, by its value.</summary>
    public static Task Pick(this IPage page, string field, string value) =>
        page.Locator($"label.pick:has(input[name={field}][value={value}])").ClickAsync();

    public static Task Tap(this IPage page, string button, string value) =>
        page.Locator($"main button[name='{button}'][value='{value}']").ClickAsync();

    public static Task Holds(this IPage page, string field, string value) =>
        Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync(value);

    /// <summary>As the server sent it, whatever has been typed since.</summary>
    public static Task Kept(this IPage page, string field, string value) =>
        Expect(page.Locator($"textarea[name='{field}'], input[type=hidden][name='{field}']").First)
            .ToHaveJSPropertyAsync("defaultValue", value);

    /// <summary>The same page without drawing it, for those who only read.</summary>
    public static async Task<string> Read(this IPage page, Journey journey, string path) =>
        await (await page.Context.APIRequest.GetAsync(journey.World.Server.Urls.First() + path)).TextAsync();

    public static Task Lacks(this IPage page, string selector) => Expect(page.Locator(selector)).ToHaveCountAsync(0);

    /// <summary>The path the page is at, once it is one of these.</summary>
    public static async Task<string> At(this IPage page, string pattern)
    {
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex(pattern));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Comes in by a link: what it says, then the button.</summary>
    public static async Task ComeIn(this IPage page, Journey journey, string link, string name)
    {
        await page.GotoAsync(journey.OnServer(link));
        await page.Says(journey.Text<Texts>("link.hello", name));
        await page.Press("enter");
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.People;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.SigningIn;

public sealed class SignInTests
{
    [Theory, OnBoth]
    public async Task A_mailed_link_lets_in_once_and_only_by_its_button(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var phone = world.Visit();
        await phone.Send(await phone.Open("/sign-in?to=/more"), "link", ("address", " OMAR@college.test "));
        await world.SendMail();
        var link = new Uri(world.Emails.LinkTo(cast.Omar.Address!)).PathAndQuery;

        await phone.Open(link);
        var hello = await phone.Open(link);
        Assert.Equal("Welcome, Omar.", hello.Title);
        var inside = await phone.Send(hello, "enter");

        Assert.Equal("/more", inside.Path);
        Assert.Equal("Omar", inside.Title);
        using var other = world.Visit();
        Assert.Equal("This link was already used.", (await other.Open(link)).Title);
        Assert.Equal("This link was already used.", (await phone.Send(hello, "enter")).Title);
    }

    [Theory, OnBoth]
    public async Task Two_who_press_at_once_are_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (link, secret) = SignInLink.Make(cast.Omar.Id, LinkFor.Invitation, world.Clock.Now);
        await world.Put(link);
        var phones = Enumerable.Range(0, 6).Select(_ => world.Visit()).ToList();
        var pages = await Task.WhenAll(phones.Select(p => p.Open($"/in/{secret}")));

        var answers = await Task.WhenAll(
            phones.Zip(pages, (phone, page) => phone.Post(page.Path, Phone.Filled(page, "enter"), follow: false))
        );

        Assert.Single(answers, a => a.Status == HttpStatusCode.Found);
        Assert.Equal(1, await world.Ask(db => db.Devices.CountAsync()));
        phones.ForEach(p => p.Dispose());
    }

    [Theory, OnBoth]
    public async Task A_link_asked_for_lives_ten_minutes_and_an_invitation_thirty_days(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (asked, askedSecret) = SignInLink.Make(cast.Omar.Id, LinkFor.Asked, world.Clock.Now);
        var (invited, invitedSecret) = SignInLink.Make(cast.Omar.Id, LinkFor.Invitation, world.Clock.Now);
        await world.Put(asked, invited);
        using var phone = world.Visit();

        world.Clock.Pass(Duration.FromMinutes(11));
        Assert.Equal("This link is too old.", (await phone.Open($"/in/{askedSecret}")).Title);
        world.Clock.Pass(Duration.FromDays(29));
        Assert.Equal("Welcome, Omar.", (await phone.Open($"/in/{invitedSecret}")).Title);
        world.Clock.Pass(Duration.FromDays(1));
        Assert.Equal("This link is too old.", (await phone.Open($"/in/{invitedSecret}")).Title);
    }

    [Theory, OnBoth]
    public async Task Whether_an_address_is_known_shows_in_no_answer(Engine on)
    {
        await using var world = await World.On(on);
        await Cast.In(world);
        using var phone = world.Visit();

        var known = await phone.Send(await phone.Open("/sign-in"), "link", ("address", "omar@college.test"));
        var unknown = await phone.Send(await phone.Open("/sign-in"), "link", ("address", "nobody@college.test"));
        var wrong = await phone.Send(await phone.Open("/sign-in"), "password", ("who", "omar@college.test"), ("secret", "not this one"));
        var nobody = await phone.Send(await phone.Open("/sign-in"), "password", ("who", "nobody@college.test"), ("secret", "not this one"));

        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(wrong.Wrong, nobody.Wrong);
    }

    [Theory, OnBoth]
    public async Task One_address_is_not_tried_without_end(Engine on)
    {
        await using var world = await World.On(on);
        await Cast.In(world);
        using var phone = world.Visit();
        for (var i = 0; i < SignInRateLimit.PerAddress; i++)
            await phone.Send(await phone.Open("/sign-in"), "link", ("address", "omar@college.test"));

        var more = await phone.Send(await phone.Open("/sign-in"), "link", ("address", "omar@college.test"));
        Assert.Contains(more.Wrong, w => w.Contains("Wait a quarter of an hour", StringComparison.Ordinal));

        world.Clock.Pass(Duration.FromMinutes(16));
        var later = await phone.Send(await phone.Open("/sign-in"), "link", ("address", "omar@college.test"));
        Assert.Equal("Look into your mailbox.", later.Title);
    }

    [Theory, OnBoth]
    public async Task No_link_that_lets_anyone_in_stands_readable_in_the_database(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var phone = world.Visit();
        await phone.Send(await phone.Open("/sign-in"), "link", ("address", cast.Omar.Address!));
        await world.SendMail();
        var secret = new Uri(world.Emails.LinkTo(cast.Omar.Address!)).Segments[^1];

        var everything = await world.Ask(async db =>
            string.Join(
                '\n',
                (await db.SignInLinks.Select(l => l.Hash).ToListAsync()).Concat(
                    (await db.Set<Rabta.Notifications.Notice>().ToListAsync()).SelectMany(n =>
                        n.Values.SelectMany(v => v.Texts.Values).Append(n.Path)
                    )
                )
            )
        );

        Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_slip_lets_in_by_its_code_and_the_person_is_told(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var slip = await huda.Send(await huda.Open($"/people/{cast.Omar.Id.Value}/slip"), "slip");
        var code = slip.Page.QuerySelector(".code")!.TextContent.Trim();
        Assert.NotNull(slip.Page.QuerySelector("svg.qr path"));

        using var omar = world.Visit();
        var hello = await omar.Send(await omar.Open("/sign-in"), "code", ("code", code.ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal("Welcome, Omar.", hello.Title);
        await omar.Send(hello, "enter");

        Assert.Contains("A sign-in slip was printed for you", (await omar.Open("/news")).Text, StringComparison.Ordinal);
        var next = await huda.Send(await huda.Open($"/people/{cast.Nida.Id.Value}/slip"), "slip");
        await huda.Send(await huda.Open($"/people/{cast.Nida.Id.Value}/slip"), "slip");
        using var nida = world.Visit();
        Assert.Equal("This link was already used.", (await nida.Open($"/in/{next.Page.QuerySelector(".code")!.TextContent.Trim()}")).Title);
    }

    [Theory, OnBoth]
    public async Task Another_who_signs_in_on_the_same_phone_gets_a_session_of_their_own(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var phone = await world.SignIn(cast.Omar);
        using var copy = world.Visit();
        foreach (var (name, value) in phone.Cookies)
            copy.Cookies[name] = value;
        var (link, secret) = SignInLink.Make(cast.Nida.Id, LinkFor.Invitation, world.Clock.Now);
        await world.Put(link);

        var once = await phone.Send(await phone.Open($"/in/{secret}"), "enter");
        Assert.Equal("Welcome, Nida.", once.Title);
        await phone.Send(once, "enter");

        Assert.Equal("Nida", (await phone.Open("/more")).Title);
        Assert.Equal(HttpStatusCode.Found, (await copy.Open("/more", follow: false)).Status);
    }

    [Theory, OnBoth]
    public async Task A_class_with_slips_comes_in_through_one_place_and_guessing_ends(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var phone = world.Visit();
        for (var i = 0; i < SignInRateLimit.PerAddress + 3; i++)
        {
            var (link, code) = SignInLink.Make(cast.Omar.Id, LinkFor.Slip, world.Clock.Now);
            await world.Put(link);
            Assert.Equal("Welcome, Omar.", (await phone.Open($"/in/{code}")).Title);
        }

        for (var i = 0; i < SignInRateLimit.PerPlace; i++)
            await phone.Open($"/in/GUESS-{i}");

        Assert.Equal("Wait a little.", (await phone.Open("/in/ONE-MORE")).Title);
    }

    [Theory, OnBoth]
    public async Task A_password_opens_the_door_and_ending_a_session_closes_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var first = await world.SignIn(cast.Omar);
        await first.Send(await first.Open("/more"), "password", ("new-password", "a quiet green river"));
        world.Clock.Pass(Duration.FromMinutes(1));
        using var second = world.Visit();
        var inside = await second.Send(
            await second.Open("/sign-in"),
            "password",
            ("who", "omar@college.test"),
            ("secret", "a quiet green river")
        );
        Assert.NotEqual("/sign-in", inside.Path);

        var more = await second.Open("/more");
        await second.Send(more, "device", ("session", more.Page.QuerySelectorAll("button[name=session]")[^1].GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Found, (await first.Open("/more", follow: false)).Status);
        Assert.Equal(HttpStatusCode.OK, (await second.Open("/more", follow: false)).Status);
    }

    [Theory]
    [InlineData("/more", "/more")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    public void After_signing_in_one_is_only_ever_on_a_page_of_ours(string asked, string led) =>
        Assert.Equal(led, Rabta.Platform.Web.SafePath.Of(asked));

    [Theory, OnBoth]
    public async Task A_first_mail_speaks_both_languages_and_a_later_one_the_chosen(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Use<AskForLink, Refusal?>(ask => ask.Run(cast.Omar.Address, "1.2.3.4", null, default));
        await world.SendMail();
        Assert.Contains("Your sign-in link", world.Emails.Sent[^1].Subject, StringComparison.Ordinal);
        Assert.Contains("لاگ ان لنک", world.Emails.Sent[^1].Subject, StringComparison.Ordinal);

        using var omar = await world.SignIn(cast.Omar);
        await omar.Send(await omar.Open("/me"), "me", ("language", "ur"));
        await world.Use<AskForLink, Refusal?>(ask => ask.Run(cast.Omar.Address, "1.2.3.4", null, default));
        await world.SendMail();

        Assert.DoesNotContain("Your sign-in link", world.Emails.Sent[^1].Subject, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_sixth_attempt_counts_again_when_a_quarter_of_an_hour_is_over(Engine on)
    {
        await using var world = await World.On(on);
        await Cast.In(world);
        Task<Refusal?> Ask() => world.Use<AskForLink, Refusal?>(a => a.Run("omar@college.test", null, null, default));
        for (var i = 0; i < SignInRateLimit.PerAddress; i++)
            Assert.Null(await Ask());

        world.Clock.Pass(NodaTime.Duration.FromMinutes(15) - NodaTime.Duration.FromSeconds(1));
        Assert.Equal("sign-in.too-often", (await Ask())?.Key);
        world.Clock.Pass(NodaTime.Duration.FromSeconds(1));

        Assert.Null(await Ask());
    }
}

using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.People;
using Rabta.People.SigningIn;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.SigningIn;

public sealed class SessionsTests
{
    [Theory, OnBoth]
    public async Task A_session_ends_ninety_days_after_signing_in_however_often_it_is_used(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var until = world.Clock.Now + Duration.FromDays(90);

        foreach (var days in new[] { 30, 30, 29 })
        {
            world.Clock.Pass(Duration.FromDays(days));
            Assert.Equal(HttpStatusCode.OK, (await omar.Open("/more", follow: false)).Status);
        }
        world.Clock.Now = until - Duration.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, (await omar.Open("/more", follow: false)).Status);
        world.Clock.Now = until;

        var ended = await omar.Open("/more", follow: false);
        Assert.Equal(HttpStatusCode.Found, ended.Status);
        Assert.StartsWith("/sign-in", ended.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_session_goes_on_with_its_newer_ticket_and_never_with_anothers(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var person in new[] { cast.Omar, cast.Nida })
            (await world.SignIn(person)).Dispose();
        await world.Do(async get =>
        {
            var store = get.GetRequiredService<ITicketStore>();
            var context = new DefaultHttpContext { RequestServices = get };
            var one = await store.StoreAsync(await Of(cast.Omar, "first"), context, default);
            var other = await store.StoreAsync(await Of(cast.Omar, "first"), context, default);

            await store.RenewAsync(one, await Of(cast.Omar, "newer"), context, default);
            Assert.Equal(("newer", "first"), (await Mark(one), await Mark(other)));
            await store.RenewAsync(one, await Of(cast.Nida, "hers"), context, default);
            Assert.Equal(("newer", "first"), (await Mark(one), await Mark(other)));

            async Task<AuthenticationTicket> Of(Person person, string mark)
            {
                var account = await get.GetRequiredService<RabtaDb>().Accounts.AsNoTracking().SingleAsync(a => a.PersonId == person.Id);
                var claim = new Claim(ClaimTypes.NameIdentifier, $"{account.Id.Value}");
                return new(new(new ClaimsIdentity([claim], mark)), IdentityConstants.ApplicationScheme);
            }

            async Task<string?> Mark(string key) =>
                (await store.RetrieveAsync(key, context, default))?.Principal.Identity?.AuthenticationType;
        });
    }

    [Fact]
    public async Task The_cookie_lives_as_long_and_no_script_reads_it()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cookie = await world.Do(get =>
            Task.FromResult(get.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme))
        );

        Assert.Equal(TimeSpan.FromDays(90), cookie.ExpireTimeSpan);
        Assert.Equal((true, SameSiteMode.Lax, "rabta"), (cookie.Cookie.HttpOnly, cookie.Cookie.SameSite, cookie.Cookie.Name));
    }

    [Theory, OnBoth]
    public async Task Nobody_ends_anothers_session_by_its_id(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var his = await Session(world, cast.Omar);
        foreach (var other in new[] { cast.Nida, cast.Sara, cast.Huda })
        {
            using var phone = await world.SignIn(other);
            await phone.Send(await phone.Open("/more"), "device", ("session", $"{his}"));
            Assert.Equal(HttpStatusCode.OK, (await phone.Open("/more", follow: false)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await omar.Open("/more", follow: false)).Status);
        await omar.Send(await omar.Open("/more"), "device", ("session", $"{his}"));
        Assert.Equal(HttpStatusCode.Found, (await omar.Open("/more", follow: false)).Status);
    }

    [Theory, OnBoth]
    public async Task Nor_from_another_institution_even_in_the_same_persons_name(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);
        var world = colleges.World;
        using var omar = await colleges.As("mentee");
        var his = await Session(world, colleges.First.Omar);
        world.Institution = colleges.SecondCollege;
        using var twin = await world.SignIn(colleges.Second.Omar);

        await twin.Send(await twin.Open("/more"), "device", ("session", $"{his}"));
        await world.Use<EndSession, bool>(async end =>
        {
            await end.Run(colleges.First.Omar.Id, his, default);
            return true;
        });

        Assert.Equal(HttpStatusCode.OK, (await omar.Open("/more", follow: false)).Status);
        Assert.DoesNotContain(await world.Journal(), l => l.What == "session.ended");
    }

    [Theory, OnBoth]
    public async Task Everybody_sees_their_own_devices_the_newest_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var first = await world.SignIn(cast.Omar);
        world.Clock.Pass(Duration.FromMinutes(1));
        using var second = await world.SignIn(cast.Omar);
        using var nida = await world.SignIn(cast.Nida);

        var shown = (await first.Open("/more"))
            .Page.QuerySelectorAll("button[name=session]")
            .Select(b => Guid.Parse(b.GetAttribute("value")!))
            .ToList();

        var since = await world.Ask(db =>
            db.Devices.Where(d => d.PersonId == cast.Omar.Id).ToDictionaryAsync(d => d.Id.Value, d => d.Since)
        );
        Assert.Equal(since.OrderByDescending(d => d.Value).Select(d => d.Key), shown);
    }

    [Theory, OnBoth]
    public async Task What_is_over_for_a_month_is_forgotten(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        (await world.SignIn(cast.Omar)).Dispose();
        var (link, _) = SignInLink.Make(cast.Omar.Id, LinkFor.Asked, world.Clock.Now);
        await world.Put(link);
        var (began, sessionEnds, linkEnds) = (world.Clock.Now, Duration.FromDays(90), Duration.FromMinutes(10));

        foreach (
            var (at, sessions, links) in new[]
            {
                (linkEnds + Duration.FromDays(30), 1, 1),
                (linkEnds + Duration.FromDays(30) + Duration.FromSeconds(1), 1, 0),
                (sessionEnds + Duration.FromDays(30), 1, 0),
                (sessionEnds + Duration.FromDays(30) + Duration.FromSeconds(1), 0, 0),
            }
        )
        {
            world.Clock.Now = began + at;
            await world.Do(get => get.GetServices<IHousekeep>().OfType<ExpiredSessionCleanup>().Single().Sweep(default));
            Assert.Equal(
                (sessions, links),
                (
                    await world.Ask(db => db.Devices.CountAsync()),
                    await world.Ask(db => db.SignInLinks.CountAsync(l => l.Purpose == LinkFor.Asked))
                )
            );
        }
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
        "Chrome, Android"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0",
        "Edge, Windows"
    )]
    [InlineData("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 OPR/76", "Opera, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1", "Safari, iPhone")]
    [InlineData("curl/8", "—")]
    public void A_device_is_named_in_a_word_or_two(string agent, string name) => Assert.Equal(name, Devices.Describe(agent));

    private static Task<Guid> Session(World world, Person person) =>
        world.Ask(db => db.Devices.Where(d => d.PersonId == person.Id).Select(d => d.Id.Value).SingleAsync());
}

using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rabta.Goals;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.People.SigningIn;
using Rabta.Preferences;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>A session that ends: by its button, by another device, or while somebody writes.</summary>
public sealed class SignedOutTests
{
    [Theory, OnBoth]
    public async Task Everybody_can_sign_out_and_the_session_is_gone(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var person in new[] { cast.Omar, cast.Sara, cast.Huda })
        {
            using var phone = await world.SignIn(person);
            var copy = new Dictionary<string, string>(phone.Cookies);

            var answer = await phone.Post("/more", Phone.Filled(await phone.Open("/more"), "out"), follow: false);

            Assert.Equal(HttpStatusCode.Found, answer.Status);
            Assert.Equal(0, await world.Ask(db => db.Devices.CountAsync(d => d.PersonId == person.Id)));
            // Also for whoever kept the cookie.
            using var stolen = world.Visit();
            foreach (var (name, value) in copy)
                stolen.Cookies[name] = value;
            Assert.Equal(HttpStatusCode.Found, (await stolen.Open("/me", follow: false)).Status);
        }
    }

    [Theory, OnBoth]
    public async Task What_was_written_when_the_session_ended_is_shown_and_can_be_sent_after_signing_in_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/change");
        await world.Ask(db => db.Devices.ExecuteDeleteAsync());

        var kept = await omar.Send(page, "change", ("reason", "We never find an hour"));

        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Equal("You are signed out, so this was not sent.", kept.Title);
        Assert.Contains("We never find an hour", kept.Page.QuerySelector(".typed")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await world.Ask(db => db.ChangeRequests.ToListAsync()));
        await SignInAgain(world, cast.Omar, omar);
        var fields = await new FormUrlEncodedContent(Phone.Fields(kept.Page.Forms.Single(f => f.Method == "post"))).ReadAsStringAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Found, (await omar.Post(page.Path, Body(fields), follow: false)).Status);
        Assert.Equal(["We never find an hour"], await world.Ask(db => db.ChangeRequests.Select(c => c.Reason).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Somebody_else_who_signs_in_on_the_same_phone_cannot_send_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var phone = await world.SignIn(cast.Omar);
        var page = await phone.Open($"/mentorships/{cast.SaraOmar.Id.Value}/change");
        await world.Ask(db => db.Devices.ExecuteDeleteAsync());
        var kept = await phone.Send(page, "change", ("reason", "We never find an hour"));
        await SignInAgain(world, cast.Sara, phone);

        var answer = await phone.Post(page.Path, new FormUrlEncodedContent(Phone.Fields(kept.Page.Forms.Single(f => f.Method == "post"))));

        Assert.True(
            answer.Status == HttpStatusCode.BadRequest,
            string.Join("\n", world.Log.Lines.Where(l => l.Contains("xception", StringComparison.Ordinal)))
        );
        Assert.Empty(await world.Ask(db => db.ChangeRequests.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_password_is_not_shown_again(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open("/more");
        await world.Ask(db => db.Devices.ExecuteDeleteAsync());

        var kept = await omar.Send(page, "password", ("new-password", "a long and quiet sentence"));

        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.DoesNotContain("quiet sentence", kept.Html, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_thing_that_went_away_meanwhile_still_gives_back_what_was_written_about_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/goals/{cast.Goal.Value}");

        var answer = await omar.Post($"/goals/{Guid.NewGuid()}", Phone.Filled(page, "goal-comment", ("comment", "Half way through it")));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Half way through it", answer.Page.QuerySelector(".typed")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_database_holds_nothing_that_lets_anybody_in(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var device = await world.Ask(db => db.Devices.AsNoTracking().SingleAsync());
        var session = omar.Cookies.Single(c => c.Key == "rabta").Value;

        foreach (var key in new[] { device.KeyHash, device.Id.Value.ToString() })
        {
            using var thief = world.Visit();
            thief.Cookies["rabta"] = await Forged(world, key);
            Assert.Equal(HttpStatusCode.Found, (await thief.Open("/me", follow: false)).Status);
        }
        using var own = world.Visit();
        own.Cookies["rabta"] = session;
        Assert.Equal(HttpStatusCode.OK, (await own.Open("/me", follow: false)).Status);
    }

    // A holder of a copy of the database has the keys that protect the cookie. What they lack is the key of a session.
    private static Task<string> Forged(World world, string key) =>
        world.Do(get =>
        {
            var options = get.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
            var scheme = Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme;
            var claim = new System.Security.Claims.Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key);
            var ticket = new Microsoft.AspNetCore.Authentication.AuthenticationTicket(
                new(new System.Security.Claims.ClaimsIdentity([claim], scheme)),
                scheme
            );
            return Task.FromResult(options.Get(scheme).TicketDataFormat.Protect(ticket));
        });

    private static async Task SignInAgain(World world, Person person, Phone phone)
    {
        var (link, secret) = SignInLink.Make(person.Id, LinkFor.Demo, world.Clock.Now);
        await world.Put(link);
        await phone.Send(await phone.Open($"/in/{secret}"), "enter");
    }

    private static StringContent Body(string fields) => new(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
}

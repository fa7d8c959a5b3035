using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Notifications;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Mail;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Correcting;

public sealed class CorrectPersonTests
{
    [Theory, OnBoth]
    public async Task A_coordinator_corrects_everything_and_a_later_list_does_not_overrule_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open(
            (await huda.Open($"/people/{cast.Omar.Id.Value}")).Page.QuerySelector("a[href$='/correct']")!.GetAttribute("href")!
        );

        var after = await huda.Send(
            page,
            "correct",
            ("name", " Umar  Farooq "),
            ("name-ur", "عمر فاروق"),
            ("number", "MB-7"),
            ("phone", "0300 7654321"),
            ("zone", "Europe/London")
        );

        Assert.Equal($"/people/{cast.Omar.Id.Value}", after.Path);
        Assert.Equal("Umar  Farooq", after.Title);
        var omar = await world.Ask(db => db.People.SingleAsync(p => p.Id == cast.Omar.Id));
        Assert.Equal(
            ("عمر فاروق", "MB-7", "0300 7654321", "Europe/London", cast.Omar.Address),
            (omar.Names.Only("ur"), omar.Number, omar.Phone, omar.Zone, omar.Address)
        );
        Assert.Equal(Corrected.Name | Corrected.Names | Corrected.Number | Corrected.Phone, omar.Corrected);
        Assert.Equal(
            ["Name", "Names", "Number", "Phone", "Zone"],
            (await world.Journal()).Where(l => l.What == "person.corrected").Select(l => l.After).Order(StringComparer.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task Another_address_ends_sessions_and_links_tells_both_and_sends_again_what_came_back(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var old = cast.Omar.Address!;
        world.Emails.Before = email =>
        {
            if (email.To == old)
                throw new EmailRefused("550");
        };
        using var omar = await world.SignIn(cast.Omar);
        using var nida = await world.SignIn(cast.Nida);
        var (link, secret) = SignInLink.Make(cast.Omar.Id, LinkFor.Invitation, world.Clock.Now);
        await world.Put(link, Refused(world, cast.Omar, days: 29), Refused(world, cast.Omar, days: 31), Refused(world, cast.Nida, days: 1));

        Assert.Null((await Correct(world, cast, cast.Omar, p => p with { Address = "omar@better.test" })).Why);
        world.Emails.Before = _ => { };
        await world.SendMail();

        Assert.Equal(HttpStatusCode.Found, (await omar.Open("/more", follow: false)).Status);
        Assert.Equal(HttpStatusCode.OK, (await nida.Open("/more", follow: false)).Status);
        Assert.Equal("link.used", (await world.Use<UseLink, Refusal?>(u => u.Run(secret, default)))?.Key);
        Assert.Equal(
            [("omar@better.test", true), ("omar@better.test", false), (old, false)],
            world
                .Emails.Sent.Select(m => (m.To, m.Body.Contains("rules", StringComparison.OrdinalIgnoreCase)))
                .OrderBy(m => m.To)
                .ThenByDescending(m => m.Item2)
        );
        Assert.DoesNotContain("/in/", world.Emails.Sent.Single(m => m.To == old).Body, StringComparison.Ordinal);
        Assert.Equal(2, await world.Ask(db => db.Notices.CountAsync(n => n.DeliveryStatus == DeliveryStatus.Refused)));
    }

    [Theory, OnBoth]
    public async Task The_same_address_written_otherwise_signs_nobody_out_and_none_at_all_tells_the_old_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);

        Assert.Null((await Correct(world, cast, cast.Omar, p => p with { Address = cast.Omar.Address!.ToUpperInvariant() })).Why);
        await world.SendMail();
        Assert.Equal(HttpStatusCode.OK, (await omar.Open("/more", follow: false)).Status);
        Assert.Empty(world.Emails.Sent);

        Assert.Null((await Correct(world, cast, cast.Omar, p => p with { Address = " " })).Why);
        await world.SendMail();
        Assert.Equal(HttpStatusCode.Found, (await omar.Open("/more", follow: false)).Status);
        Assert.Equal([cast.Omar.Address!.ToUpperInvariant()], world.Emails.Sent.Select(m => m.To));
        Assert.Null(await world.Ask(db => db.People.Where(p => p.Id == cast.Omar.Id).Select(p => p.AddressKey).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_is_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.People.Where(p => p.Id == cast.Nida.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.NumberKey, "N-1")));

        Assert.Equal("person.no-name", (await Correct(world, cast, cast.Omar, p => p with { Name = " " })).Why?.Key);
        Assert.Equal("me.bad-zone", (await Correct(world, cast, cast.Omar, p => p with { Zone = "London" })).Why?.Key);
        Assert.Equal("sign-in.bad-address", (await Correct(world, cast, cast.Omar, p => p with { Address = "omar" })).Why?.Key);
        var of = (await Correct(world, cast, cast.Omar, p => p with { Address = " NIDA@college.test" })).Why;
        Assert.Equal(("person.address-of", "Nida"), (of?.Key, of?.Values[0]));
        of = (await Correct(world, cast, cast.Omar, p => p with { Number = "n-1" })).Why;
        Assert.Equal(("person.number-of", "Nida"), (of?.Key, of?.Values[0]));
        Assert.Equal("person.gone", (await Correct(world, cast, new Person("X", null), p => p)).Why?.Key);
        Assert.Empty((await world.Journal()).Where(l => l.What == "person.corrected"));
        Assert.Null((await Correct(world, cast, cast.Omar, p => p)).Why);
        Assert.Empty((await world.Journal()).Where(l => l.What == "person.corrected"));
    }

    [Theory, OnBoth]
    public async Task Of_two_coordinators_the_second_is_told_and_loses_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/people/{cast.Omar.Id.Value}/correct");
        Assert.Null((await Correct(world, cast, cast.Omar, p => p with { Phone = "0311 1" })).Why);

        var told = await huda.Send(page, "correct", ("name", "Umar"));
        var again = await huda.Send(told, "correct");

        Assert.Contains("A colleague changed this person", Assert.Single(told.Wrong.Take(1)), StringComparison.Ordinal);
        Assert.Equal("Umar", told.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Contains("Stored now: 0311 1", told.Text, StringComparison.Ordinal);
        Assert.Equal($"/people/{cast.Omar.Id.Value}", again.Path);
        Assert.Equal("Umar", await world.Ask(db => db.People.Where(p => p.Id == cast.Omar.Id).Select(p => p.Name).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Staff_sign_a_person_out_everywhere(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var one = await world.SignIn(cast.Omar);
        using var other = await world.SignIn(cast.Omar);
        using var nida = await world.SignIn(cast.Nida);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/people/{cast.Omar.Id.Value}");
        Assert.Contains("Signed in on 2 devices.", page.Text, StringComparison.Ordinal);

        var after = await huda.Send(page, "out-everywhere");

        Assert.DoesNotContain("Signed in on", after.Text, StringComparison.Ordinal);
        foreach (var phone in new[] { one, other })
            Assert.Equal(HttpStatusCode.Found, (await phone.Open("/more", follow: false)).Status);
        Assert.Equal(HttpStatusCode.OK, (await nida.Open("/more", follow: false)).Status);
        Assert.Contains(await world.Journal(), l => l.What == "session.ended" && l.Subject == cast.Omar.Id.Value);
    }

    private static async Task<(Refusal? Why, Type? Texts)> Correct(
        World world,
        Cast cast,
        Person who,
        Func<TypedPerson, TypedPerson> change
    )
    {
        var now = await world.Ask(db => db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == who.Id)) ?? who;
        var typed = new TypedPerson(now.Name, now.Names, now.Number, now.Address, now.Phone, now.Zone, CorrectPerson.Seen(now));
        return await world.Use<CorrectPerson, (Refusal?, Type?)>(c => c.Run(who.Id, change(typed), cast.Huda.Id, default));
    }

    private static Notice Refused(World world, Person to, int days) =>
        new()
        {
            PersonId = to.Id,
            Kind = "rules-changed",
            Values = [Rabta.Platform.Language.Several.Plain("P")],
            Path = "/",
            MadeAt = world.Clock.Now - Duration.FromDays(days),
            NotBefore = world.Clock.Now - Duration.FromDays(days),
            DeliveryStatus = DeliveryStatus.Refused,
            Tries = 3,
        };
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.People.Adding;
using Rabta.Platform.Access;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Adding;

public sealed class AddPersonTests
{
    [Theory, OnBoth]
    public async Task The_link_lets_the_new_person_in_for_thirty_days(Engine on)
    {
        await using var world = await World.On(on);

        var (id, secret, refusal) = await Add(world, " Hira ", " Hira@college.test ");

        Assert.Null(refusal);
        var hira = await world.Ask(db => db.People.AsNoTracking().SingleAsync());
        Assert.Equal(
            (id, "Hira", "Hira@college.test", "hira@college.test", Duties.None),
            (hira.Id, hira.Name, hira.Address, hira.AddressKey, hira.Duties)
        );
        world.Clock.Pass(Duration.FromDays(30) - Duration.FromSeconds(1));
        using var phone = world.Visit();
        Assert.Equal("/", (await phone.Send(await phone.Open($"/in/{secret}"), "enter")).Path);
    }

    [Theory, OnBoth]
    public async Task The_same_address_again_is_the_same_person_with_a_new_link_and_keeps_their_duty(Engine on)
    {
        await using var world = await World.On(on);

        var first = await Add(world, "Hira", "hira@college.test", coordinator: true);
        var second = await Add(world, " hira ", "HIRA@college.test");

        Assert.Equal(first.Person, second.Person);
        Assert.NotEqual(first.Secret, second.Secret);
        var hira = await world.Ask(db => db.People.AsNoTracking().SingleAsync());
        Assert.Equal(("Hira", true), (hira.Name, hira.IsStaff));
        // The link would let another person in as her.
        Assert.Equal("person.address-of", (await Add(world, "Somebody", "HIRA@college.test")).Refusal?.Key);
        // Without an address two of one name are two people.
        Assert.NotEqual((await Add(world, "Omar", null)).Person, (await Add(world, "Omar", null)).Person);
    }

    [Theory, OnBoth]
    public async Task Without_a_name_or_with_what_is_no_address_nobody_is_added(Engine on)
    {
        await using var world = await World.On(on);
        var before = await Fingerprint.Of(world);

        Assert.Equal("me.no-name", (await Add(world, " ", "hira@college.test")).Refusal?.Key);
        foreach (var address in new[] { "hira", "@college.test", "hira@", "hi ra@college.test", "a@b@c" })
            Assert.Equal("sign-in.bad-address", (await Add(world, "Hira", address)).Refusal?.Key);

        Assert.Equal(before, await Fingerprint.Of(world));
    }

    private static Task<(PersonId Person, string Secret, Refusal? Refusal)> Add(
        World world,
        string name,
        string? address,
        bool coordinator = false
    ) => world.Use<AddPerson, (PersonId, string, Refusal?)>(add => add.Run(name, address, coordinator, default));
}

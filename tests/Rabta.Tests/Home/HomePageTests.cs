using Rabta.Mentorships;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home;

public sealed class HomePageTests
{
    [Theory, OnBoth]
    public async Task A_coordinator_who_mentors_too_finds_their_own_mentee(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var own = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Huda.Id, cast.Zara.Id, [], null, world.Clock.Now);
        await world.Put(own);
        using var huda = await world.SignIn(cast.Huda);

        var home = await huda.Open("/");

        Assert.NotNull(home.Page.QuerySelector($"a[href='/mentorships/{own.Id.Value}']"));
        Assert.Null(home.Page.QuerySelector($"a[href='/mentorships/{cast.SaraOmar.Id.Value}']"));
    }

    [Theory, OnBoth]
    public async Task A_mentor_sees_whose_turn_it_is_mentee_by_mentee(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        await omar.Send(await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}"), "accept");
        using var sara = await world.SignIn(cast.Sara);

        var before = await sara.Open("/");
        await sara.Send(await sara.Open($"/mentorships/{cast.SaraAmal.Id.Value}"), "accept");
        var after = await sara.Open("/");

        Assert.Equal(
            ["Your turn"],
            before
                .Page.QuerySelectorAll("main > div h2")
                .Select(h => h.TextContent)
                .Where(t => t.Contains("turn", StringComparison.Ordinal))
        );
        Assert.Equal("Both of you have accepted. Next: meet Omar.", after.Title);
        Assert.Contains("Their turn", after.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Someone_new_first_looks_at_what_the_college_gave(Engine on)
    {
        await using var world = await World.On(on);
        await Cast.In(world);
        var asad = new Person("Asad", "asad@college.test");
        await world.Put(asad);
        using var phone = await world.SignIn(asad);

        var home = await phone.Open("/");
        Assert.Equal("Margalla Medical College gave us a few things about you.", home.Title);
        await phone.Send(await phone.Open("/me"), "me", ("name", "Asad Ali"));

        Assert.Equal("You are not paired yet.", (await phone.Open("/")).Title);
    }
}

using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Reviewing;

/// <summary>Why a round did not put Zara with Bilal, as staff read it beside the change they could make.</summary>
public sealed class WhyNotTests
{
    [Theory, OnBoth]
    public async Task Staff_read_what_stood_in_the_way(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        await world.Put(cast.Wishes(cast.Zara, cast.Sara));
        await Reads("By wish, recommendation and answers Zara has somebody at least as good as Bilal.");

        await world.Put(cast.Wishes(cast.Zara, cast.Bilal, rank: 0));
        await world.SetPlaces(cast.Bilal, 1);
        await Reads("Bilal is full with mentees who come before Zara by wish, recommendation or answers.");

        await world.SetPlaces(cast.Bilal, 0);
        await Reads("Bilal offers no place.");

        await world.SetPlaces(cast.Bilal, 4);
        await world.Answer(cast, "Religion", isPrivate: true, Counts.MustEqual, (cast.Zara, "one"), (cast.Bilal, "another"));
        await Reads("A private preference keeps them apart.");

        await world.Answer(cast, "Campus", isPrivate: false, Counts.MustEqual, (cast.Zara, "Taxila"), (cast.Bilal, "Pindi"));
        await Reads("The rule “Campus” keeps them apart.");

        await world.Put(cast.Conflict(cast.Zara, cast.Bilal));
        await Reads("There is a conflict of interest between Zara and Bilal.");

        async Task Reads(string why)
        {
            var round = (await world.Match(cast)).Id;
            var page = await huda.Open($"/matching/{round.Value}/change/{cast.Zara.Id.Value}?not={cast.Bilal.Id.Value}");
            Assert.Equal(why, page.Page.QuerySelector("#why-not")?.TextContent);
        }
    }

    [Theory, OnBoth]
    public async Task Somebody_who_is_no_mentor_here_has_no_reason(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = (await world.Match(cast)).Id;
        using var huda = await world.SignIn(cast.Huda);

        foreach (var nobody in new[] { cast.Zara.Id.Value, cast.Omar.Id.Value, cast.Huda.Id.Value, Guid.NewGuid() })
        {
            var page = await huda.Open($"/matching/{round.Value}/change/{cast.Zara.Id.Value}?not={nobody}");
            Assert.Equal("This round does not have that mentor. Choose one of the list.", page.Page.QuerySelector("#why-not")?.TextContent);
        }
        Assert.Null((await huda.Open($"/matching/{round.Value}/change/{cast.Zara.Id.Value}?not=nonsense")).Page.QuerySelector("#why-not"));
    }
}

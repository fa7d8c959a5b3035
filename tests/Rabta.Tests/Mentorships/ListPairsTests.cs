using Rabta.Mentorships;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships;

public sealed class ListPairsTests
{
    [Theory, OnBoth]
    public async Task A_pair_is_found_by_name_or_number_of_either_of_the_two(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        foreach (var find in new[] { "omar", " OMAR ", "عمر", cast.Omar.Number! })
            Assert.Equal(["Omar"], await Mentees(world, cast, find));
        foreach (var find in new[] { "sara", "سارہ", cast.Sara.Number! })
            Assert.Equal(["Amal", "Omar"], await Mentees(world, cast, find));
        Assert.Equal(["Amal", "Nida", "Omar"], await Mentees(world, cast, " "));
        Assert.Empty(await Mentees(world, cast, "Zara"));
    }

    [Theory, OnBoth]
    public async Task Those_who_have_not_both_accepted_are_counted_and_can_be_seen_alone(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);

        var waiting = await List(world, cast, null, "waiting");

        Assert.Equal((3, 2, 2), (waiting.All, waiting.Waiting, waiting.Found));
        Assert.Equal(["Amal", "Nida"], waiting.Rows.Select(r => r.Mentee));
    }

    [Theory, OnBoth]
    public async Task Only_staff_have_a_way_to_the_list(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        using var sara = await world.SignIn(cast.Sara);

        Assert.NotNull((await huda.Open("/")).Page.QuerySelector("nav a[href='/mentorships']"));
        Assert.Null((await sara.Open("/")).Page.QuerySelector("nav a[href='/mentorships']"));
    }

    private static async Task<IEnumerable<string>> Mentees(World world, Cast cast, string find) =>
        (await List(world, cast, find, null)).Rows.Select(r => r.Mentee);

    private static Task<PairsPageOf> List(World world, Cast cast, string? find, string? only) =>
        world.Use<ListPairs, PairsPageOf>(list => list.Run(find, only, 1, cast.Huda.Id, default));
}

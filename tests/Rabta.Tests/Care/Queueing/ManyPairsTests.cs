using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Care.Queueing;

public sealed class ManyPairsTests
{
    [Theory, OnBoth]
    public async Task The_page_asks_the_database_as_often_for_fifty_pairs_as_for_five(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await PutPairs(world, cast, cast.Bilal, 5);
        world.Clock.Pass(Duration.FromDays(4));
        using var huda = await world.SignIn(cast.Huda);
        await huda.Open("/");

        var few = await Statements(world, huda, "/");
        var fewInList = await Statements(world, huda, "/waiting/not-accepted");
        await PutPairs(world, cast, cast.Bilal, 45);
        world.Clock.Pass(Duration.FromDays(4));

        Assert.Equal(few, await Statements(world, huda, "/"));
        Assert.Equal(fewInList, await Statements(world, huda, "/waiting/not-accepted"));
    }

    [Theory, OnBoth]
    public async Task The_first_page_shows_the_five_longest_and_leads_to_all(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        world.Clock.Pass(Duration.FromDays(1));
        await PutPairs(world, cast, cast.Bilal, 40);
        world.Clock.Pass(Duration.FromDays(4));
        using var huda = await world.SignIn(cast.Huda);

        var home = await huda.Open("/");
        var all = await huda.Open("/waiting/not-accepted");
        var third = await huda.Open("/waiting/not-accepted?page=3");

        Assert.Equal("43 things need a person today.", home.Title);
        Assert.Equal(5, home.Page.QuerySelectorAll("button[form=remind]").Length);
        Assert.Contains("Omar", home.Page.QuerySelectorAll(".rows b").Take(3).Select(b => b.TextContent.Split(' ')[0]));
        Assert.Equal("See all 43", home.Page.QuerySelector("a[href='/waiting/not-accepted']")?.TextContent);
        Assert.Equal(20, all.Page.QuerySelectorAll("button[form=remind]").Length);
        Assert.Equal(3, third.Page.QuerySelectorAll("button[form=remind]").Length);
        Assert.Contains("41 to 43 of 43", third.Text, StringComparison.Ordinal);
    }

    /// <summary>New mentees, all with this mentor.</summary>
    public static async Task<List<Person>> PutPairs(World world, Cast cast, Person mentor, int number)
    {
        var mentees = Enumerable
            .Range(0, number)
            .Select(i => new Person($"Mentee {Guid.NewGuid():N}", $"{Guid.NewGuid():N}@college.test")
            {
                ConfirmedAt = world.Clock.Now,
                FirstSignedIn = world.Clock.Now,
            })
            .ToList();
        await world.Put([.. mentees]);
        await world.Put([
            .. mentees.Select(m => new Mentorship(cast.Programme.Id, cast.Cohort.Id, mentor.Id, m.Id, [], null, world.Clock.Now)),
        ]);
        return mentees;
    }

    /// <summary>
    /// Of one request. What the server does by itself meanwhile stands in the same log: the smaller of two counts is the page's.
    /// </summary>
    public static async Task<int> Statements(World world, Phone phone, string path) =>
        Math.Min(await Counted(world, phone, path), await Counted(world, phone, path));

    private static async Task<int> Counted(World world, Phone phone, string path)
    {
        var before = world.Log.Lines.Count(l => l.Contains("Executed DbCommand", StringComparison.Ordinal));
        await phone.Open(path);
        return world.Log.Lines.Count(l => l.Contains("Executed DbCommand", StringComparison.Ordinal)) - before;
    }
}

using NodaTime;
using Rabta.Importing.Storing;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Tests.Care.Queueing;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home;

/// <summary>However many pairs and meetings there are, a home asks the database as often as before.</summary>
public sealed class StatementsTests
{
    [Theory, OnBoth]
    public async Task No_home_asks_more_often_when_there_are_more_pairs_and_meetings(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutGoals(cast);
        await world.PutMeetings(cast);
        await ManyPairsTests.PutPairs(world, cast, cast.Sara, 1);
        world.Clock.Pass(Duration.FromDays(4));
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        using var huda = await world.SignIn(cast.Huda);
        var phones = new[] { omar, sara, huda };
        foreach (var phone in phones)
            await phone.Open("/");
        var few = new List<int>();
        foreach (var phone in phones)
            few.Add(await ManyPairsTests.Statements(world, phone, "/"));

        var mentees = await ManyPairsTests.PutPairs(world, cast, cast.Sara, 12);
        foreach (var pair in await Pairs(world, mentees))
            await world.Meet(pair);
        world.Clock.Pass(Duration.FromDays(4));

        var many = new List<int>();
        foreach (var phone in phones)
            many.Add(await ManyPairsTests.Statements(world, phone, "/"));
        Assert.Equal(few, many);
    }

    private static Task<List<Mentorship>> Pairs(World world, List<Rabta.People.Person> mentees)
    {
        var ids = mentees.Select(m => m.Id).ToList();
        return world.Ask(db =>
            Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                db.Mentorships.Where(m => ids.Contains(m.MenteeId))
            )
        );
    }
}

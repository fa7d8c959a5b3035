using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
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
        // One of each kind of waiting that there will be many of: a kind that nobody waits for asks nothing.
        var early = await Pairs(world, await ManyPairsTests.PutPairs(world, cast, cast.Sara, 3));
        foreach (var pair in early.Take(2))
            await world.Ask(async db =>
            {
                var row = await db.Mentorships.SingleAsync(m => m.Id == pair.Id);
                var meetings = await db.KeepMeetingsOf(pair.Id, default);
                foreach (var person in new[] { pair.MentorId, pair.MenteeId })
                    row.Accept(person, 1, world.Clock.Now);
                meetings.MayMeet(world.Clock.Now);
                if (pair == early[0])
                    meetings.Record(world.Clock.Now, world.Clock.Now, 0, null);
                return await db.SaveChangesAsync();
            });
        world.Clock.Pass(Duration.FromDays(30));
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

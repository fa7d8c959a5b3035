using Rabta.Importing.Storing;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

public sealed class KillDuringImportTests(ITestOutputHelper print)
{
    [Theory, OnBoth]
    public async Task Killed_at_twenty_instants_all_or_nothing_is_there_and_again_brings_it_all(Engine on)
    {
        await using var world = await World.On(on);
        using var crowd = new Crowd(mentors: 40);
        var kills = new TwentyKills
        {
            // Every fourth finds no database at all, and is killed while it makes one.
            Make = number => number % 4 == 1 ? Place.Empty(on) : Place.Like(world),
            Start = place => RabtaProcess.Start(place.Settings, crowd.Import),
            IsInside = async place => await place.IsWriting() && await place.Count("institutions") == 1,
            Judge = place => Judge(place, crowd),
            Print = print,
        };

        await kills.Run();
    }

    private static async Task<bool> Judge(Place place, Crowd crowd)
    {
        // Everything an import writes.
        var whole = new Dictionary<string, int>
        {
            ["people"] = crowd.Everyone,
            ["enrolments"] = crowd.Everyone,
            ["answers"] = 2 * crowd.Everyone,
            ["questions"] = 2,
            ["wishes"] = 2 * crowd.Mentees,
            ["programmes"] = 1,
            ["cohorts"] = 1,
            ["ground_rules"] = 1,
            ["written_forms"] = 0,
        };
        await place.AssertSound();
        var left = await place.Counts(whole.Keys);
        var (people, journal) = (left["people"], await place.Count("journal"));
        if (people == 0)
            Assert.All(left, row => Assert.Equal((row.Key, 0), (row.Key, row.Value)));
        else
            Assert.Equal(whole, left);
        Assert.Equal(people > 0, journal > 0);
        Assert.Equal(people > 0 ? 1 : 0, await place.Count("journal WHERE \"What\" = 'people.imported'"));

        var (code, output) = await place.Run(new ImportCommand(Composition.Languages), crowd.Import);

        Assert.Equal(0, code);
        Assert.StartsWith(
            people > 0 ? $$"""{"imported":0,"updated":{{crowd.Everyone}},""" : $$"""{"imported":{{crowd.Everyone}},"updated":0,""",
            output,
            StringComparison.Ordinal
        );
        Assert.Equal(whole, await place.Counts(whole.Keys));
        Assert.Equal(1, await place.Count("institutions"));
        await place.AssertSound();
        return people > 0;
    }
}

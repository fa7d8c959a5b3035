using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Institutions;

public sealed class EachInstitutionTests
{
    [Theory, OnBoth]
    public async Task Work_is_done_once_for_each_and_sees_the_rows_of_that_one_alone(Engine on)
    {
        await using var world = await World.On(on, empty: true);
        foreach (var name in new[] { "one", "two" })
        {
            world.Institution = await world.Found(name, host: $"{name}.test");
            await world.Put(new Person($"Of {name}", $"somebody@{name}.test"));
        }
        var seen = new List<(string, string)>();

        await world
            .Server.Services.GetRequiredService<EachInstitution>()
            .Run(
                async get =>
                {
                    var people = await get.GetRequiredService<RabtaDb>().People.Select(p => p.Name).ToListAsync();
                    seen.Add((get.GetRequiredService<CurrentInstitution>().Found!.Host!, Assert.Single(people)));
                },
                default
            );

        Assert.Equal([("one.test", "Of one"), ("two.test", "Of two")], seen.Order());
    }
}

using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Platform.Jobs;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>What happens because time passes and nobody does anything: whom it reminds, what it closes, which mails go.</summary>
public sealed class DaysTests
{
    [Theory, OnBoth]
    public async Task Seven_weeks_bring_what_is_drawn(Engine on)
    {
        SeededIds.Count();
        await using var world = await WalledModule.World(on);
        await WalledModule.PutTwins(world);
        await WalledModule.PutEverything(world);
        var (days, numbers) = (new List<string>(), new Drawn.Numbers());
        var before = await Rows.Of(world);
        for (var day = 1; day <= 49; day++)
        {
            world.Clock.Pass(Duration.FromDays(1));
            await world.Do(async get =>
            {
                foreach (var one in get.GetServices<IHousekeep>())
                    await one.Sweep(default);
            });
            await world.SendMail();
            var after = await Rows.Of(world);
            var changed = before.Until(after).ToList();
            before = after;
            if (changed.Count > 0)
                days.AddRange([$"== day {day}", .. changed]);
        }
        Drawn.Is("days", days);
        Drawn.Is("days-mails", Drawn.Mails(world).Select(numbers.In));
    }
}

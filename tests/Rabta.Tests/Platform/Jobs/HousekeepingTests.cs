using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.People;
using Rabta.Platform.Jobs;
using Rabta.Platform.Once;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Jobs;

public sealed class HousekeepingTests
{
    [Theory, OnBoth]
    public async Task What_nobody_needs_any_more_goes_and_the_rest_stays(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        await omar.Send(await omar.Open("/me"), "me", ("about", "First"));
        var (old, _) = SignInLink.Make(cast.Omar.Id, LinkFor.Asked, world.Clock.Now);
        await world.Put(old);
        world.Clock.Pass(Duration.FromDays(31));
        await omar.Send(await omar.Open("/me"), "me", ("about", "Second"));

        await world.Do(get => get.GetServices<IHostedService>().OfType<Housekeeping>().Single().GoRound(default));

        Assert.Equal(1, await world.Ask(db => db.Set<WrittenForm>().CountAsync()));
        Assert.Equal([LinkFor.Demo], await world.Ask(db => db.SignInLinks.Select(l => l.Purpose).ToListAsync()));
        Assert.Equal("Omar", (await omar.Open("/more")).Title);
    }
}

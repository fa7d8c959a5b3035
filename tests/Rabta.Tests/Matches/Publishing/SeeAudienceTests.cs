using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Publishing;
using Rabta.People;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Publishing;

public sealed class SeeAudienceTests
{
    [Theory, OnBoth]
    public async Task Whom_no_mail_reaches_is_named_and_only_if_the_round_is_about_them(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var round = await world.PutRounds(cast);
        await world.Put(new Person("Rashid", null));
        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Zara.Id || p.Id == cast.Bilal.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Address, (string?)null))
        );

        var reached = (await world.Use<SeeAudience, Reached?>(see => see.Run(round, default)))!;

        Assert.Equal(2, reached.WithoutAddress);
        Assert.Equal(["Bilal", "Zara"], reached.SomeWithout);
        Assert.Equal(1, reached.Approved);
        Assert.Equal(reached.Pairs + reached.Mentors - 2, reached.Mails);
        Assert.Null(await world.Use<SeeAudience, Reached?>(see => see.Run(new(Guid.NewGuid()), default)));
    }
}

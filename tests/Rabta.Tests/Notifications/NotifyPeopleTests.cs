using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Notifications;

public sealed class NotifyPeopleTests
{
    private static readonly NoticeKind Mailed = new("slip.printed", typeof(Rabta.People.Texts), ByMail: true);

    [Theory, OnBoth]
    public async Task News_waits_for_the_post_only_where_its_kind_is_worth_a_mail(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var later = world.Clock.Now + Duration.FromMinutes(10);

        await Tell(
            world,
            new(Mailed, cast.Omar.Id, [Both.Of("Sara", "سارہ"), Several.Plain("3")], "/more", later),
            new(Mailed with { ByMail = false }, cast.Nida.Id, [], "/", world.Clock.Now)
        );

        var told = await world.Ask(db => db.Notices.AsNoTracking().ToDictionaryAsync(n => n.PersonId));
        Assert.Equal(
            (DeliveryStatus.Waiting, later, world.Clock.Now, "/more"),
            (told[cast.Omar.Id].DeliveryStatus, told[cast.Omar.Id].NotBefore, told[cast.Omar.Id].MadeAt, told[cast.Omar.Id].Path)
        );
        Assert.Equal([Both.Of("Sara", "سارہ"), Several.Plain("3")], told[cast.Omar.Id].Values);
        Assert.Equal(DeliveryStatus.Inside, told[cast.Nida.Id].DeliveryStatus);
    }

    [Theory, OnBoth]
    public async Task What_has_not_left_is_taken_back_of_one_batch_and_what_left_is_counted(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        await Tell(world, new News(Mailed, cast.Omar.Id, [], "/", world.Clock.Now, mine));
        await world.SendMail();
        await Tell(
            world,
            new(Mailed, cast.Nida.Id, [], "/", world.Clock.Now, mine),
            new(Mailed with { ByMail = false }, cast.Sara.Id, [], "/", world.Clock.Now, mine),
            new(Mailed, cast.Bilal.Id, [], "/", world.Clock.Now, other),
            new(Mailed, cast.Amal.Id, [], "/", world.Clock.Now)
        );

        Assert.Equal(1, await world.Do(get => get.GetRequiredService<INotify>().TakeBack(mine, default)));

        var told = await world.Ask(db => db.Notices.ToDictionaryAsync(n => n.PersonId, n => n.DeliveryStatus));
        Assert.Equal(
            (DeliveryStatus.Sent, DeliveryStatus.TakenBack, DeliveryStatus.TakenBack),
            (told[cast.Omar.Id], told[cast.Nida.Id], told[cast.Sara.Id])
        );
        Assert.Equal((DeliveryStatus.Waiting, DeliveryStatus.Waiting), (told[cast.Bilal.Id], told[cast.Amal.Id]));
    }

    private static Task Tell(World world, params News[] news) =>
        world.Do(async get =>
        {
            foreach (var one in news)
                get.GetRequiredService<INotify>().Notify(one);
            await get.GetRequiredService<RabtaDb>().SaveChangesAsync();
        });
}

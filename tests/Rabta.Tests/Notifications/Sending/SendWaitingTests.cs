using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.Notifications.Sending;
using Rabta.People;
using Rabta.Platform.Mail;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Notifications.Sending;

public sealed class SendWaitingTests
{
    [Theory, OnBoth]
    public async Task A_mail_that_cannot_leave_is_tried_again_later_and_later_and_given_up_after_the_seventh_time(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var notice = await Due(world, cast.Omar);
        var tried = 0;
        world.Emails.Before = _ =>
        {
            tried++;
            throw new TimeoutException();
        };

        await Send(world);
        foreach (var minutes in new[] { 1, 5, 15, 60, 240, 720 })
        {
            Assert.Equal((DeliveryStatus.Waiting, "mail.trying"), await State(world, notice));
            var before = tried;
            world.Clock.Pass(Duration.FromMinutes(minutes));
            await Send(world);
            Assert.Equal(before, tried);
            world.Clock.Pass(Duration.FromSeconds(1));
            await Send(world);
            Assert.Equal(before + 1, tried);
        }

        Assert.Equal((DeliveryStatus.Refused, "mail.no-answer"), await State(world, notice));
        world.Clock.Pass(Duration.FromDays(30));
        await Send(world);
        Assert.Equal(7, tried);
    }

    [Theory, OnBoth]
    public async Task A_mail_that_leaves_at_last_is_sent_under_the_same_id(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var notice = await Due(world, cast.Omar);
        world.Emails.Before = _ => throw new TimeoutException();
        await Send(world);

        world.Emails.Before = _ => { };
        world.Clock.Pass(Duration.FromMinutes(2));
        Assert.Equal(1, await Send(world));

        Assert.Equal(notice.Id.Value, Assert.Single(world.Emails.Sent).Id);
        var sent = await world.Ask(db => db.Notices.AsNoTracking().SingleAsync(n => n.Id == notice.Id));
        Assert.Equal(
            (DeliveryStatus.Sent, null, null, world.Clock.Now, 2),
            (sent.DeliveryStatus, sent.Reason, sent.HeldUntil, sent.SentAt, sent.Tries)
        );
    }

    [Theory, OnBoth]
    public async Task Refused_for_good_it_is_not_tried_again_and_without_an_address_it_stays_inside(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var nobody = new Person("Iqra", null);
        await world.Put(nobody);
        var (refused, inside, sent) = (await Due(world, cast.Omar), await Due(world, nobody), await Due(world, cast.Nida));
        world.Emails.Before = email =>
        {
            if (email.To == cast.Omar.Address)
                throw new EmailRefused("550");
        };

        Assert.Equal(1, await Send(world));

        Assert.Equal((DeliveryStatus.Refused, "mail.refused"), await State(world, refused));
        Assert.Equal((DeliveryStatus.Inside, "mail.no-address"), await State(world, inside));
        Assert.Equal((DeliveryStatus.Sent, null), await State(world, sent));
        world.Clock.Pass(Duration.FromDays(1));
        Assert.Equal(0, await Send(world));
    }

    [Theory, OnBoth]
    public async Task Nothing_leaves_before_its_time_or_while_another_holds_it_or_twice(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var now = world.Clock.Now;
        await Due(world, cast.Omar, notBefore: now + Duration.FromMinutes(10));
        await Due(world, cast.Nida, heldUntil: now + Duration.FromMinutes(5));
        await Due(world, cast.Sara, travel: DeliveryStatus.TakenBack);
        await Due(world, cast.Bilal, travel: DeliveryStatus.Inside);

        Assert.Equal(0, await Send(world));
        world.Clock.Now = now + Duration.FromMinutes(5);
        Assert.Equal(0, await Send(world));
        world.Clock.Pass(Duration.FromSeconds(1));
        Assert.Equal(1, await Send(world));
        world.Clock.Now = now + Duration.FromMinutes(10);
        Assert.Equal(1, await Send(world));
        Assert.Equal(0, await Send(world));

        Assert.Equal([cast.Nida.Address, cast.Omar.Address], world.Emails.Sent.Select(l => l.To));
    }

    [Theory, OnBoth]
    public async Task The_oldest_leave_first_and_no_more_than_asked(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var now = world.Clock.Now;
        foreach (var (person, minutes) in new[] { (cast.Omar, 3), (cast.Nida, 1), (cast.Sara, 2) })
            await Due(world, person, notBefore: now - Duration.FromMinutes(minutes));

        Assert.Equal(2, await world.Use<SendWaiting, int>(send => send.Run(2, default)));

        Assert.Equal([cast.Omar.Address, cast.Sara.Address], world.Emails.Sent.Select(l => l.To));
    }

    [Theory, OnBoth]
    public async Task Two_servers_send_each_mail_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var person in new[] { cast.Omar, cast.Nida, cast.Sara, cast.Bilal, cast.Amal })
            await Due(world, person);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Send(world))));

        Assert.Equal(5, sent.Sum());
        Assert.Equal(5, world.Emails.Sent.Select(l => l.To).Distinct().Count());
        Assert.Equal(5, world.Emails.Sent.Count);
    }

    private static Task<int> Send(World world) => world.Use<SendWaiting, int>(send => send.Run(100, default));

    private static async Task<(DeliveryStatus, string?)> State(World world, Notice notice)
    {
        var now = await world.Ask(db => db.Notices.AsNoTracking().SingleAsync(n => n.Id == notice.Id));
        return (now.DeliveryStatus, now.Reason);
    }

    private static async Task<Notice> Due(
        World world,
        Person to,
        Instant? notBefore = null,
        Instant? heldUntil = null,
        DeliveryStatus travel = DeliveryStatus.Waiting
    )
    {
        var notice = new Notice
        {
            PersonId = to.Id,
            Kind = "slip.printed",
            Path = "/more",
            MadeAt = world.Clock.Now,
            NotBefore = notBefore ?? world.Clock.Now,
            HeldUntil = heldUntil,
            DeliveryStatus = travel,
        };
        await world.Put(notice);
        return notice;
    }
}

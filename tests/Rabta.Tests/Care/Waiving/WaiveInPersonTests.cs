using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Waiving;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;
using Rabta.Programmes;
using Rabta.Tests.Care.Queueing;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Care.Waiving;

public sealed class WaiveInPersonTests
{
    [Theory, OnBoth]
    public async Task A_waiver_is_told_to_both_with_its_reason_and_given_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/waive");

        Assert.Contains(await Wrong(huda.Send(page, "waive", ("reason", " "))), w => w == "Write a reason. Both of them read it.");
        var after = await huda.Send(await huda.Open(page.Path), "waive", ("reason", "In two cities until June"));
        await world.SendMail();

        Assert.Contains("In two cities until June", after.Text, StringComparison.Ordinal);
        Assert.Equal([cast.Omar.Address, cast.Sara.Address], world.Emails.Sent.Select(l => l.To).Order());
        Assert.DoesNotContain(world.Emails.Sent, l => l.Body.Contains("two cities", StringComparison.Ordinal));
        using var sara = await world.SignIn(cast.Sara);
        Assert.Contains(
            "You and Omar need not meet in person first. Why: In two cities until June",
            (await sara.Open("/news")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("waive.already", (await Waive(world, cast, cast.SaraOmar, "again"))?.Key);
        Assert.DoesNotContain(Waits.NotMet, (await QueueTests.See(world, cast.Huda)).Counts.Keys);
        world.Clock.Pass(Duration.FromDays(7));
        var row = (await QueueTests.See(world, cast.Huda)).Rows.Single(r => r.Kind is NotMet);
        Assert.False(((NotMet)row.Kind).MeetsInPersonFirst(row.Pair));
    }

    [Theory, OnBoth]
    public async Task There_is_nothing_to_waive_for_those_who_met_or_where_nobody_asks_for_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.ChangeMeetings(cast.SaraOmar, meetings => meetings.Record(world.Clock.Now, world.Clock.Now, 0, null));
        await world.Change(cast.SaraAmal, pair => pair.End(HowEnded.Ended, world.Clock.Now));

        Assert.Equal("waive.met", (await Waive(world, cast, cast.SaraOmar, "x"))?.Key);
        Assert.Equal("mentorship.has-ended", (await Waive(world, cast, cast.SaraAmal, "x"))?.Key);
        Assert.Equal("waive.long", (await Waive(world, cast, cast.BilalNida, new string('x', 301)))?.Key);
        await world.Do(async get =>
        {
            var db = (Rabta.Platform.Database.RabtaDb)get.GetService(typeof(Rabta.Platform.Database.RabtaDb))!;
            (await db.Set<Rabta.Programmes.Programme>().SingleAsync()).FirstMeetingInPerson = false;
            await db.SaveChangesAsync();
        });
        Assert.Equal("waive.not-asked", (await Waive(world, cast, cast.BilalNida, "x"))?.Key);
    }

    [Theory, OnBoth]
    public async Task Six_who_waive_at_once_waive_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => Waive(world, cast, cast.SaraOmar, $"Reason {i}")))
        );

        Assert.Single(answers, a => a is null);
        Assert.Equal(2, await world.Ask(db => db.Set<Rabta.Notifications.Notice>().CountAsync()));
    }

    private static Task<Refusal?> Waive(World world, Cast cast, Mentorship pair, string reason) =>
        world.Use<WaiveInPerson, Refusal?>(w => w.Run(pair.Id, reason, cast.Huda.Id, default));

    private static async Task<IEnumerable<string>> Wrong(Task<Seen> answer) => (await answer).Wrong;
}

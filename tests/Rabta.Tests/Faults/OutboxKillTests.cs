using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Notifications;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

/// <summary>Ten kills with --long, two without.</summary>
public sealed class OutboxKillTests(ITestOutputHelper print)
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("RABTA_LONG") == "1" ? 10 : 2;

    [Theory, OnBoth]
    public async Task Through_ten_kills_every_mail_arrives_and_none_more_than_once_a_kill(Engine on)
    {
        await using var post = CountingPost.Start(slow: TimeSpan.FromMilliseconds(15));
        await using var world = await World.On(on, s => s with { Mail = post.Address, MailsPerMinute = 6000, MailHoldSeconds = 1 });
        using var crowd = new Crowd(mentors: 20);
        await crowd.Arrive(world, published: true);
        await world.Due();
        var random = new Random(11);

        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = post.Arrived.Count;
            await using var server = await RabtaProcess.Serve(world.Settings, $"http://127.0.0.1:{PostgresServer.FreePort()}");
            await Wait.Until("a mail has left", () => Task.FromResult(post.Arrived.Count > before));
            await Task.Delay(random.Next(500));
            await server.Kill();
            print.WriteLine($"kill {kill, 2}: {post.Arrived.Count} mails have arrived, {await world.Waiting()} wait");
            Assert.NotEqual(0, await world.Waiting());
        }
        await using (await RabtaProcess.Serve(world.Settings, $"http://127.0.0.1:{PostgresServer.FreePort()}"))
            await Wait.Until("nothing waits", async () => await world.Waiting() == 0);

        var (arrived, twice) = (post.Arrived, post.Arrived.Count - crowd.Everyone);
        print.WriteLine($"{crowd.Everyone} mails, {arrived.Count} arrivals: {twice} twice, through {Kills} kills");
        Assert.Equal(crowd.Everyone, arrived.Select(a => a.To).Distinct().Count());
        // Who gets a mail twice gets the same one: their mail program knows it by its id.
        Assert.Equal(crowd.Everyone, arrived.Distinct().Count());
        Assert.InRange(twice, 0, Kills);
        Assert.Equal(crowd.Everyone, await world.Ask(db => db.Notices.CountAsync(n => n.DeliveryStatus == DeliveryStatus.Sent)));
    }
}

internal static class Outbox
{
    /// <summary>Ten minutes are over: what waits may leave. Real servers have a real clock.</summary>
    public static Task Due(this World world) =>
        world.Ask(db => db.Notices.ExecuteUpdateAsync(s => s.SetProperty(n => n.NotBefore, Instant.FromUtc(2020, 1, 1, 0, 0))));

    public static Task<int> Waiting(this World world) =>
        world.Ask(db => db.Notices.CountAsync(n => n.DeliveryStatus == DeliveryStatus.Waiting));
}

using Microsoft.EntityFrameworkCore;
using Rabta.Home.Demo;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home.Demo;

public sealed class InventCollegeTests
{
    [Fact]
    public async Task An_invented_college_fills_every_table_and_each_of_its_links_lets_someone_in()
    {
        SeededIds.Count();
        await using var world = await World.On(Engine.Sqlite, empty: true);
        // In Karachi it is the next day already.
        world.Clock.Now = NodaTime.Instant.FromUtc(2026, 9, 1, 20, 30);

        var links = await world.Use<InventCollege, IReadOnlyList<DemoLink>>(invent => invent.Run(default));

        // The same at every start, but for the secrets of the links: where that is meant to change, one of these lines differs.
        Drawn.Is(
            "demo",
            (await Fingerprint.WithoutIdentities(world)).Split('\n').Where(l => !l.StartsWith("sign_in_links", StringComparison.Ordinal))
        );
        world.Institution = await world.Ask(db => db.Set<Rabta.Platform.Institutions.Institution>().SingleAsync());
        Assert.True(world.Institution.IsInvented);
        Assert.Equal(562, await world.Ask(db => db.People.CountAsync()));
        Assert.True(await world.Ask(db => db.PairMeetings.AnyAsync(m => m.FirstMetAt != null)));
        // The hours of the story are the college's.
        Assert.Contains(
            15,
            await world.Ask(async db =>
                (await db.Meetings.Where(m => m.At != null).Select(m => m.At!.Value).ToListAsync()).ConvertAll(at =>
                    at.InZone(NodaTime.DateTimeZoneProviders.Tzdb["Asia/Karachi"]).Hour
                )
            )
        );
        Assert.Equal(
            ["demo.coordinator", "demo.mentee", "demo.mentee-new", "demo.mentee-waiting", "demo.mentor"],
            links.Select(l => l.Visitor.Key).Order(StringComparer.Ordinal)
        );
        foreach (var (_, secret) in links)
        {
            using var phone = world.Visit();
            var inside = await phone.Send(await phone.Open($"/in/{secret}"), "enter");
            Assert.Equal("/", inside.Path);
            Assert.Contains("every person and place on this page is invented", inside.Text, StringComparison.OrdinalIgnoreCase);
        }
    }
}

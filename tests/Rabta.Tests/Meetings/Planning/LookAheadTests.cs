using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Terms;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

public sealed class LookAheadTests
{
    [Theory, OnBoth]
    public async Task A_time_is_held_against_the_days_of_the_reader_and_what_began_first_is_named_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        // Put in the other way round: neither the order of the rows nor of their ids is the order of the days.
        await world.Put(Holiday("Second", new(2026, 10, 7), new(2026, 10, 9)));
        await world.Put(Holiday("First", new(2026, 10, 6), new(2026, 10, 7)));
        await world.Put(Holiday("Past", new(2026, 10, 5), new(2026, 10, 6)));
        // 22:00 in Greenwich is 3:00 of the next day in Karachi.
        var night = Instant.FromUtc(2026, 10, 6, 22, 0);

        var names = await Warned(night);
        var after = await Warned(Instant.FromUtc(2026, 10, 9, 20, 0));

        Assert.Equal(["First", "Second"], names);
        Assert.Empty(after);

        Task<string[]> Warned(Instant at) =>
            world.Use<IServiceProvider, string[]>(async get =>
            {
                var pair = (await get.GetRequiredService<SeeMeetings>().Of(cast.SaraOmar.Id, cast.Omar.Id, default))!.Pair;
                var warnings = await get.GetRequiredService<LookAhead>().Run([at], pair, default);
                return [.. warnings.Where(w => w.Key == "warn.Holiday").Select(w => $"{w.Values[0]}")];
            });
    }

    [Theory, OnBoth]
    public async Task The_coming_days_are_the_next_five_of_eight_weeks_in_order(Engine on)
    {
        await using var world = await World.On(on);
        await Cast.In(world);
        world.Clock.Now = Instant.FromUtc(2026, 9, 10, 20, 30);
        var today = world.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Asia/Karachi"]).Date;
        foreach (var days in new[] { 57, 56, 40, 30, 20, 10, 0, -1 })
            await world.Put(Holiday($"{days}", today.PlusDays(days), today.PlusDays(days)));

        var coming = await world.Use<LookAhead, List<TermDate>>(l => l.Coming(world.Clock.Now, default));

        Assert.Equal(["0", "10", "20", "30", "40"], coming.Select(d => d.Name.ToString()));
    }

    private static TermDate Holiday(string name, LocalDate from, LocalDate until) =>
        new()
        {
            Kind = TermDateKind.Holiday,
            Name = Both.Of(name),
            From = from,
            Until = until,
        };
}

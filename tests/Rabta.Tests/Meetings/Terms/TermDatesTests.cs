using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Terms;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Terms;

public sealed class TermDatesTests
{
    private static readonly LocalDate First = new(2026, 12, 1);

    [Theory, OnBoth]
    public async Task Days_are_added_seen_by_who_plans_and_taken_off(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        using var huda = await world.SignIn(cast.Huda);
        using var omar = await world.SignIn(cast.Omar);
        var plan = $"/mentorships/{cast.SaraOmar.Id.Value}/meet";

        var added = await huda.Send(
            await huda.Open("/term-dates"),
            "term",
            ("name-en", "Sports week"),
            ("from", "2026-10-05"),
            ("until", "2026-10-09")
        );
        Assert.Contains("Sports week", added.Text, StringComparison.Ordinal);
        Assert.Contains("Sports week", (await omar.Open(plan)).Text, StringComparison.Ordinal);
        await huda.Send(added, "term-off");

        Assert.DoesNotContain("Sports week", (await omar.Open(plan)).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await omar.Open("/term-dates")).Status);
    }

    [Theory, OnBoth]
    public async Task What_is_missing_or_turned_round_is_said_and_what_was_typed_stays(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);

        var backwards = await huda.Send(
            await huda.Open("/term-dates"),
            "term",
            ("kind", "Holiday"),
            ("name-en", "Eid"),
            ("from", "2026-10-09"),
            ("until", "2026-10-05")
        );

        Assert.Equal("The last day is before the first. Look at both again.", Assert.Single(backwards.Wrong));
        Assert.Equal("Holiday", backwards.Page.QuerySelector("input[name=kind][checked]")?.GetAttribute("value"));
        Assert.Equal("term.no-name", await Add(world, cast, "", First));
        Assert.Equal("term.no-day", await Add(world, cast, "Exams", null));
        Assert.Equal("term.long", await Add(world, cast, "Exams", First, First.PlusDays(121)));
        Assert.Null(await Add(world, cast, "Exams", First, First.PlusDays(120)));
        Assert.Equal("term.known", await Add(world, cast, "Again", First, First.PlusDays(120)));
        Assert.Null(await Add(world, cast, "One day", First));
        Assert.Equal(First, await world.Ask(db => db.TermDates.Where(d => d.From == d.Until).Select(d => d.Until).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task A_full_list_is_one_of_days_to_come(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        for (var i = 0; i < 60; i++)
            Assert.Null(await Add(world, cast, $"Day {i}", First.PlusDays(i)));
        Assert.Equal("term.many", await Add(world, cast, "One more", First.PlusDays(60)));

        // One in the morning of the second day in Karachi.
        world.Clock.Now = Instant.FromUtc(2026, 12, 1, 20, 0);

        Assert.Null(await Add(world, cast, "One more", First.PlusDays(60)));
    }

    private static async Task<string?> Add(World world, Cast cast, string name, LocalDate? from, LocalDate? until = null) =>
        (
            await world.Use<KeepTermDates, Refusal?>(k =>
                k.Add(new(Ids.Source()), TermDateKind.Exams, Both.Of(name), from, until, cast.Huda.Id, default)
            )
        )?.Key;
}

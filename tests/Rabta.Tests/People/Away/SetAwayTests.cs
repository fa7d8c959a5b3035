using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.People;
using Rabta.People.Away;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Away;

public sealed class SetAwayTests
{
    [Theory, OnBoth]
    public async Task A_mentor_is_away_until_a_day_and_her_mentees_are_told_and_read_it_on_the_pairs_page(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var sara = await world.SignIn(cast.Sara);
        var page = await sara.Open("/taking-part");
        var last = Today(world).PlusDays(10);

        await sara.Send(page, "away", ("away-until", Iso(last)));

        Assert.Equal(last.PlusDays(1).AtStartOfDayInZone(Karachi).ToInstant(), await Until(world, cast.Sara));
        var told = await world.Ask(db => db.Notices.Where(n => n.Kind == "away.partner").ToListAsync());
        Assert.Equal(new[] { cast.Omar.Id, cast.Amal.Id }.ToHashSet(), [.. told.Select(n => n.PersonId)]);
        Assert.All(told, n => Assert.Equal(("Sara", DeliveryStatus.Waiting), (n.Values[0].ToString(), n.DeliveryStatus)));
        using var omar = await world.SignIn(cast.Omar);
        var pair = await omar.Open(PairPages.Of(cast.SaraOmar.Id));
        Assert.Contains($"Sara is away until {told[0].Values[1]}.", pair.Text, StringComparison.Ordinal);
        Assert.Contains("You are away until", (await sara.Open("/")).Text, StringComparison.Ordinal);

        await sara.Send(await sara.Open("/taking-part"), "away", ("back", "yes"));

        Assert.Null(await Until(world, cast.Sara));
        Assert.DoesNotContain("is away", (await omar.Open(PairPages.Of(cast.SaraOmar.Id))).Text, StringComparison.Ordinal);
        var back = await world.Ask(db => db.Notices.Where(n => n.Kind == "away.partner-back").ToListAsync());
        Assert.Equal(2, back.Count);
        Assert.All(back, n => Assert.Equal(DeliveryStatus.Inside, n.DeliveryStatus));
    }

    [Theory, OnBoth]
    public async Task A_day_that_is_over_too_far_or_that_a_colleague_changed_is_refused_and_nothing_changes(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var today = Today(world);
        var seen = SetAway.Seen(cast.Omar);

        Assert.Equal("away.past", (await Set(world, cast.Omar, today.PlusDays(-1), null))?.Key);
        Assert.Equal("away.long", (await Set(world, cast.Omar, today.PlusYears(1).PlusDays(1), null))?.Key);
        Assert.Equal(
            "person.gone",
            (await world.Use<SetAway, Refusal?>(s => s.Run(new(Guid.NewGuid()), today, null, default, default)))?.Key
        );
        Assert.Null(await Until(world, cast.Omar));
        Assert.Null(await Set(world, cast.Omar, today, seen));
        Assert.Equal("away.changed", (await Set(world, cast.Omar, today.PlusDays(5), seen))?.Key);
        Assert.Equal(today.PlusDays(1).AtStartOfDayInZone(Karachi).ToInstant(), await Until(world, cast.Omar));
        Assert.Null(await Set(world, cast.Omar, today.PlusYears(1), null));
        await world.NotesNothing(async () => Assert.Null(await Set(world, cast.Omar, today.PlusYears(1), null)));

        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Send(await huda.Open($"/people/{cast.Omar.Id.Value}"), "away", ("away-until", "soon"));
        Assert.Contains("Choose the last day away.", page.Wrong);
        Assert.Equal("soon", page.Page.QuerySelector("input[name=away-until]")!.GetAttribute("value"));
    }

    [Theory, OnBoth]
    public async Task While_one_of_the_two_is_away_nothing_is_asked_of_the_pair_and_afterwards_it_is_again(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        world.Clock.Pass(Duration.FromDays(5));
        Assert.Equal(3, (await world.Queue(Waits.NotAccepted, cast.Huda.Id)).Found);

        await Set(world, cast.Omar, Today(world).PlusDays(3), null);
        await world.Use<Rabta.Mentorships.Ending.AskForChange, Refusal?>(a => a.Run(cast.SaraOmar.Id, null, cast.Omar.Id, default));

        Assert.Equal(2, (await world.Queue(Waits.NotAccepted, cast.Huda.Id)).Found);
        // What somebody asked of the coordinator does not rest.
        Assert.Equal(1, (await world.Queue(Waits.CantTakeOn, cast.Huda.Id)).Found);
        Assert.Null(await world.RemindAll(Waits.NotAccepted, cast.Huda.Id));
        var reminded = await world.Ask(db => db.Notices.Where(n => n.Kind == "remind.accept").Select(n => n.PersonId).ToListAsync());
        Assert.DoesNotContain(cast.Omar.Id, reminded);
        world.Clock.Pass(Duration.FromDays(20));
        Assert.Contains(
            cast.SaraOmar.Id,
            (await world.Queue(Waits.CantTakeOn, cast.Huda.Id))
                .Rows.Concat((await world.Queue(Waits.NotAccepted, cast.Huda.Id)).Rows)
                .Select(r => r.Pair.Id)
        );
    }

    [Theory, OnBoth]
    public async Task A_colleague_in_another_zone_reads_the_same_last_day(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Move(cast.Omar, "Europe/London");
        var last = Today(world).PlusDays(3);

        await Set(world, cast.Omar, last, null);

        var until = (await Until(world, cast.Omar))!.Value;
        Assert.Equal(last, LastDayAway.Of(until, DateTimeZoneProviders.Tzdb["Europe/London"]));
    }

    private static readonly DateTimeZone Karachi = DateTimeZoneProviders.Tzdb["Asia/Karachi"];

    private static LocalDate Today(World world) => world.Clock.Now.InZone(Karachi).Date;

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static Task<Refusal?> Set(World world, Person person, LocalDate? day, string? seen) =>
        world.Use<SetAway, Refusal?>(s => s.Run(person.Id, day, seen, person.Id, default));

    private static Task<Instant?> Until(World world, Person person) =>
        world.Ask(db => db.People.Where(p => p.Id == person.Id).Select(p => p.AwayUntil).SingleAsync());
}

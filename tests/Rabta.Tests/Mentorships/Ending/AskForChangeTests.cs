using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.Waiting;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Ending;

public sealed class AskForChangeTests
{
    [Theory, OnBoth]
    public async Task Before_both_have_accepted_it_says_that_one_cant_and_later_that_one_asks(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Assert.Null(await Ask(world, cast.SaraAmal, cast.Amal, " Too much "));
        await world.BothAccept(cast.SaraOmar);
        Assert.Null(await Ask(world, cast.SaraOmar, cast.Omar, "  "));

        var asked = await world.Ask(db => db.ChangeRequests.ToDictionaryAsync(c => c.By));
        Assert.Equal(
            (ChangeKind.CantTakeOn, "Too much", world.Clock.Now),
            (asked[cast.Amal.Id].Kind, asked[cast.Amal.Id].Reason, asked[cast.Amal.Id].At)
        );
        Assert.Equal(
            (ChangeKind.Change, null, null),
            (asked[cast.Omar.Id].Kind, asked[cast.Omar.Id].Reason, asked[cast.Omar.Id].SettledAt)
        );
        var told = await world.Ask(db => db.Notices.Where(n => n.PersonId == cast.Huda.Id).ToDictionaryAsync(n => n.Kind));
        Assert.Equal((2, "Amal", "Omar"), (told.Count, $"{told["cant-take-on"].Values[0]}", $"{told["change-asked"].Values[0]}"));
        Assert.Equal($"/mentorships/{cast.SaraOmar.Id.Value}/arrange", told["change-asked"].Path);
    }

    [Theory, OnBoth]
    public async Task Who_accepts_after_all_has_settled_that_and_no_request_of_anybody_else(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var (pair, by) in new[] { (cast.SaraAmal, cast.Amal), (cast.SaraOmar, cast.Omar), (cast.SaraOmar, cast.Sara) })
            Assert.Null(await Ask(world, pair, by, null));
        world.Clock.Pass(Duration.FromDays(1));

        Assert.Null(await world.Use<AcceptRules, Refusal?>(accept => accept.Run(cast.SaraOmar.Id, 1, cast.Omar.Id, default)));

        Assert.Equal(
            [(cast.Omar.Id, world.Clock.Now)],
            (await world.Ask(db => db.ChangeRequests.Where(c => c.SettledAt != null).ToListAsync())).Select(c => (c.By, c.SettledAt!.Value))
        );
    }

    [Theory, OnBoth]
    public async Task Asked_again_it_is_once_and_the_partner_may_ask_too(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Null(await Ask(world, cast.SaraOmar, cast.Omar, "First words"));
        Assert.Null(await Ask(world, cast.SaraOmar, cast.Omar, "Second words"));
        Assert.Equal("First words", await world.Ask(db => db.ChangeRequests.Select(c => c.Reason).SingleAsync()));
        Assert.Null(await Ask(world, cast.SaraOmar, cast.Sara, null));

        Assert.Equal(2, await world.Ask(db => db.ChangeRequests.CountAsync()));
        Assert.Equal(2, await world.Ask(db => db.Notices.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Only_one_of_the_two_asks_and_only_while_it_stands(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal("mentorship.has-ended", (await Ask(world, cast.SaraOmar, cast.Nida, "Why"))?.Key);
        Assert.Null(await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "Why", cast.Huda.Id, default)));
        Assert.Equal("mentorship.has-ended", (await Ask(world, cast.SaraOmar, cast.Omar, "Why"))?.Key);

        Assert.Equal(0, await world.Ask(db => db.ChangeRequests.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Every_coordinator_hears_of_it_except_the_two_and_the_queue_sees_the_pair_at_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var tahira = new Person("Tahira", "tahira@college.test") { Duties = Duties.Coordinator };
        await world.Put(tahira);
        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Sara.Id || p.Id == cast.Omar.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Duties, Duties.Coordinator))
        );
        await world.ChangeCare(cast.SaraOmar, care => care.Snooze(world.Clock.Now + Duration.FromDays(7)));

        Assert.Null(await Ask(world, cast.SaraOmar, cast.Omar, "Why"));

        Assert.Equal(
            new[] { cast.Huda.Id, tahira.Id }.ToHashSet(),
            await world.Ask(db => db.Notices.Select(n => n.PersonId).ToHashSetAsync())
        );
        Assert.Null(
            await world.Ask(db => db.PairCare.Where(c => c.MentorshipId == cast.SaraOmar.Id).Select(c => c.SnoozedUntil).SingleAsync())
        );
    }

    private static Task<Refusal?> Ask(World world, Mentorship pair, Person by, string? reason) =>
        world.Use<AskForChange, Refusal?>(ask => ask.Run(pair.Id, reason, by.Id, default));
}

using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Reminding;
using Rabta.Care.Talking;
using Rabta.Care.Waiving;
using Rabta.Meetings.Telling;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.Leaving;
using Rabta.Mentorships.Placing;
using Rabta.Mentorships.Waiting;
using Rabta.People.Correcting;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class MentorshipsJournalTests
{
    [Theory, OnBoth]
    public async Task What_the_two_do_with_their_pair_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var pair = cast.SaraOmar.Id;

        var cant = await world.Notes<AskForChange>(
            "mentorship.cant-take-on",
            cast.BilalNida.Id.Value,
            cast.Bilal,
            ask => ask.Run(cast.BilalNida.Id, "Too much", cast.Bilal.Id, default)
        );
        Assert.Null(cant.Why);
        foreach (var person in new[] { cast.Sara, cast.Omar })
        {
            var accepted = await world.Notes<AcceptRules>(
                "rules.accepted",
                cast.Programme.Id.Value,
                person,
                accept => accept.Run(pair, 1, person.Id, default)
            );
            Assert.Equal("1", accepted.After);
        }
        await world.NotesNothing(() =>
            world.Use<AcceptRules, object?>(async accept => await accept.Run(cast.SaraAmal.Id, 1, cast.Sara.Id, default))
        );
        var asked = await world.Notes<AskForChange>(
            "change.asked",
            pair.Value,
            cast.Omar,
            ask => ask.Run(pair, "A quieter hour", cast.Omar.Id, default)
        );
        Assert.Null(asked.Why);
        await world.Notes<ShareMyPhone>("phone.shared", pair.Value, cast.Sara, share => share.Run(pair, true, null, cast.Sara.Id, default));
        await world.NotesNothing(() =>
            world.Use<ShareMyPhone, object?>(async share => await share.Run(pair, true, null, cast.Sara.Id, default))
        );
        await world.Notes<ShareMyPhone>(
            "phone.hidden",
            pair.Value,
            cast.Sara,
            share => share.Run(pair, false, null, cast.Sara.Id, default)
        );
    }

    [Theory, OnBoth]
    public async Task Places_that_a_coordinator_sets_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var part = await world.Ask(db => db.Enrolments.AsNoTracking().SingleAsync(e => e.PersonId == cast.Sara.Id));
        var form = new FormCollection(new() { [KeepPlaces.SeenField] = KeepPlaces.Seen([part]), [KeepPlaces.FieldOf(part.Id)] = "9" });
        var sara = new TypedPerson(cast.Sara.Name, cast.Sara.Names, cast.Sara.Number, cast.Sara.Address, cast.Sara.Phone, null, null, form);

        var set = await world.Notes<KeepPlaces>(
            "places.set",
            cast.Sara.Id.Value,
            cast.Huda,
            async () =>
                Assert.Null(
                    await world.Use<CorrectPerson, Refusal?>(async c => (await c.Run(cast.Sara.Id, sara, cast.Huda.Id, default)).Why)
                )
        );

        Assert.Equal(($"{part.Places}", "9"), (set.Before ?? "", set.After));
    }

    [Theory, OnBoth]
    public async Task What_a_coordinator_does_for_a_pair_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        var day = new LocalDate(2026, 10, 7);

        var planned = await world.Notes<PlanTalk>(
            "mentorship.talk-planned",
            cast.SaraOmar.Id.Value,
            cast.Huda,
            plan => plan.Run(cast.SaraOmar.Id, day, cast.Huda.Id, default)
        );
        Assert.Equal("2026-10-07", planned.After);
        var waived = await world.Notes<WaiveInPerson>(
            "mentorship.in-person-waived",
            cast.SaraOmar.Id.Value,
            cast.Huda,
            waive => waive.Run(cast.SaraOmar.Id, " Two cities ", cast.Huda.Id, default)
        );
        Assert.Equal("Two cities", waived.Why);
        var one = await world.Notes<RemindPair>(
            "mentorship.reminded",
            cast.BilalNida.Id.Value,
            cast.Huda,
            async () => Assert.Null(await world.Remind(cast.BilalNida.Id, Waits.ConnectionFailed, cast.Huda.Id))
        );
        Assert.Equal("ConnectionFailed", one.After);
        var all = await world.Notes<RemindAll>(
            "mentorship.reminded",
            cast.SaraAmal.Id.Value,
            cast.Huda,
            async () => Assert.Null(await world.RemindAll(Waits.NotAccepted, cast.Huda.Id))
        );
        Assert.Equal("NotAccepted", all.After);
    }

    [Theory, OnBoth]
    public async Task A_pair_that_ends_or_a_mentee_who_moves_stands_in_the_journal_with_the_reason(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var ended = await world.Notes<EndPair>(
            "mentorship.ended",
            cast.SaraAmal.Id.Value,
            cast.Huda,
            () => End(cast.SaraAmal, null, " They asked ")
        );
        Assert.Equal(("They asked", "standing", "ended", cast.Amal.Id), (ended.Why, ended.Before, ended.After, ended.OnBehalfOf));
        var moved = await world.Notes<EndPair>(
            "mentorship.moved",
            cast.SaraOmar.Id.Value,
            cast.Huda,
            () => End(cast.SaraOmar, cast.Bilal.Id, "A better hour")
        );
        Assert.Equal(("A better hour", "standing", "ended", cast.Omar.Id), (moved.Why, moved.Before, moved.After, moved.OnBehalfOf));

        async Task End(Mentorship pair, PersonId? to, string reason) =>
            Assert.Null(await world.Use<EndMentorship, Refusal?>(end => end.Run(pair.Id, to, reason, cast.Huda.Id, default)));
    }

    [Theory, OnBoth]
    public async Task Who_stops_or_leaves_stands_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var stops = await world.Notes<StopMentoring>(
            "mentor.stops",
            cast.Sara.Id.Value,
            cast.Sara,
            stop => stop.Run("I move", cast.Sara.Id, default)
        );
        Assert.Equal("2", stops.After);
        var left = await world.Notes<LeaveProgramme>(
            "person.left",
            cast.Omar.Id.Value,
            cast.Omar,
            leave => leave.Run(cast.OmarsPart, new Dictionary<MentorshipId, PersonId?>(), " I move ", cast.Omar.Id, default)
        );
        Assert.Equal(("I move", "Mentee"), (left.Why, left.After));
    }
}

using NodaTime;
using Rabta.Care.Queueing;
using Rabta.Care.Talking;
using Rabta.Care.Waiving;
using Rabta.Goals;
using Rabta.Goals.Waiting;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Care.Queueing;

/// <summary>Who waits for what, at the moment it begins.</summary>
public sealed class QueueTests
{
    private static readonly Duration Moment = Duration.FromSeconds(1);

    [Theory, OnBoth]
    public async Task Who_has_not_accepted_waits_after_three_days_and_not_before(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accept(cast, cast.SaraOmar, cast.Sara, cast.Omar);
        await world.Accept(cast, cast.SaraAmal, cast.Sara);

        world.Clock.Pass(Duration.FromDays(3));
        Assert.Empty((await See(world, cast.Huda)).Counts);
        world.Clock.Pass(Moment);
        var queue = await See(world, cast.Huda);

        Assert.Equal([(Waits.NotAccepted, 2)], queue.Counts.Select(c => (c.Key, c.Value)));
        Assert.Equal(
            [("Amal", cast.Amal.Id.Value), ("Nida", default)],
            queue.Rows.Select(r => (r.Waiting.Mentee, r.Kind.MustAct(r.Pair) is [var one] ? one.Value : default)).Order()
        );
        Assert.Equal(3, queue.Standing);
    }

    [Theory, OnBoth]
    public async Task Where_both_ask_for_a_change_whoever_asked_first_is_named(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        ChangeRequest Asks(Mentorship pair, Person by, int minutes) =>
            new()
            {
                MentorshipId = pair.Id,
                By = by.Id,
                Kind = ChangeKind.Change,
                At = world.Clock.Now + Duration.FromMinutes(minutes),
            };
        await world.Put(Asks(cast.SaraOmar, cast.Sara, 2), Asks(cast.SaraOmar, cast.Omar, 1));
        await world.Put(Asks(cast.SaraAmal, cast.Amal, 2), Asks(cast.SaraAmal, cast.Sara, 1));

        var rows = (await See(world, cast.Huda)).Rows;

        Assert.Equal(
            ["Omar", "Sara"],
            rows.Where(r => r.Kind is AsksForChange).Select(r => $"{r.Kind.What(r.Waiting, 0).Values[0]}").Order(StringComparer.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task Rules_that_have_just_changed_are_asked_for_three_days_before_anyone_waits(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await AcceptAll(world, cast);
        world.Clock.Pass(Duration.FromDays(5));
        await world.Put(new GroundRules(cast.Programme.Id, 2, Both.Of("Be kind, again"), world.Clock.Now));

        world.Clock.Pass(Duration.FromDays(3));
        Assert.Empty((await See(world, cast.Huda)).Counts);
        world.Clock.Pass(Moment);

        Assert.Equal(3, (await See(world, cast.Huda)).Counts[Waits.NotAccepted]);
    }

    [Theory, OnBoth]
    public async Task Who_has_not_met_waits_when_the_programmes_days_are_over(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await AcceptAll(world, cast);
        await world.ChangeMeetings(cast.SaraAmal, meetings => meetings.Record(world.Clock.Now, world.Clock.Now, 0, null));

        world.Clock.Pass(Duration.FromDays(cast.Programme.FirstMeetingDays));
        await world.Put(Goal(cast.SaraAmal, world));
        Assert.Empty((await See(world, cast.Huda)).Counts);
        world.Clock.Pass(Moment);
        var queue = await See(world, cast.Huda);

        Assert.Equal([(Waits.NotMet, 2)], queue.Counts.Select(c => (c.Key, c.Value)));
        Assert.All(queue.Rows, r => Assert.True(((NotMet)r.Kind).MeetsInPersonFirst(r.Pair)));
    }

    [Theory, OnBoth]
    public async Task Who_has_met_and_has_no_goal_waits_after_fourteen_days(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await AcceptAll(world, cast);
        await world.ChangeMeetings(cast.SaraOmar, meetings => meetings.Record(world.Clock.Now, world.Clock.Now, 0, null));

        world.Clock.Pass(Duration.FromDays(14));
        Assert.Empty((await See(world, cast.Huda)).Counts);
        world.Clock.Pass(Moment);

        Assert.Equal(["Omar"], (await See(world, cast.Huda)).Rows.Where(r => r.Kind.Name == Waits.NoGoal).Select(r => r.Waiting.Mentee));
        await world.Put(Goal(cast.SaraOmar, world));
        Assert.Empty((await See(world, cast.Huda)).Rows);
    }

    [Theory, OnBoth]
    public async Task A_line_that_failed_once_is_nobodys_business_and_twice_is(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await AcceptAll(world, cast);

        await world.ChangeMeetings(cast.SaraOmar, meetings => meetings.Record(null, null, 1, world.Clock.Now));
        Assert.Empty((await See(world, cast.Huda)).Counts);
        await world.ChangeMeetings(cast.SaraOmar, meetings => meetings.Record(null, null, 2, world.Clock.Now));

        Assert.Equal([(Waits.ConnectionFailed, "Omar")], (await See(world, cast.Huda)).Rows.Select(r => (r.Kind.Name, r.Waiting.Mentee)));
    }

    [Theory, OnBoth]
    public async Task Asking_for_a_change_comes_before_all_else_and_says_who_asked(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        foreach (var (pair, person) in new[] { (cast.BilalNida, cast.Bilal), (cast.SaraAmal, cast.Amal) })
            await world.Use<AskForChange, Refusal?>(ask => ask.Run(pair.Id, "Between us", person.Id, default));

        var rows = (await See(world, cast.Huda)).Rows;

        Assert.Equal(
            [(Waits.AsksForChange, "Bilal"), (Waits.CantTakeOn, "Amal")],
            rows.Where(r => r.Kind is Asks)
                .OrderBy(r => r.Kind.Urgency)
                .Select(r => (r.Kind.Name, (string)r.Kind.What(r.Waiting, 0).Values[0]))
        );
        Assert.Equal(3, rows.Select(r => r.Pair.Id).Distinct().Count());
        Assert.Equal(3, rows.Count);
    }

    [Theory, OnBoth]
    public async Task A_coordinators_own_pair_is_not_theirs_to_care_for(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var own = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Huda.Id, cast.Zara.Id, [], null, world.Clock.Now);
        await world.Put(own);
        await AcceptAll(world, cast);
        world.Clock.Pass(Duration.FromDays(4));
        await world.Use<AskForChange, Refusal?>(ask => ask.Run(own.Id, "She never has time", cast.Zara.Id, default));
        using var huda = await world.SignIn(cast.Huda);

        var home = await huda.Open("/");

        Assert.Equal("Nothing needs you today. 4 pairs are on their way.", home.Title);
        Assert.DoesNotContain("asks for a change", home.Text, StringComparison.Ordinal);
        Assert.Equal("remind.settled", (await world.Remind(own.Id, Waits.NotAccepted, cast.Huda.Id))?.Key);
        Assert.Equal("ending.own", (await world.Use<PlanTalk, Refusal?>(p => p.Run(own.Id, p.Today, cast.Huda.Id, default)))?.Key);
        Assert.Equal("ending.own", (await world.Use<WaiveInPerson, Refusal?>(w => w.Run(own.Id, "x", cast.Huda.Id, default)))?.Key);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await huda.Open($"/mentorships/{own.Id.Value}/waive")).Status);
    }

    [Theory, OnBoth]
    public async Task Nor_where_the_coordinator_is_the_mentee(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var own = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Bilal.Id, cast.Huda.Id, [], null, world.Clock.Now);
        await world.Put(own);
        await AcceptAll(world, cast);
        await world.Use<AskForChange, Refusal?>(ask => ask.Run(own.Id, "She never has time", cast.Bilal.Id, default));
        var adil = new Person("Adil", null) { Duties = Duties.Coordinator };
        await world.Put(adil);

        Assert.DoesNotContain(own.Id, (await See(world, cast.Huda)).Rows.Select(r => r.Pair.Id));
        Assert.Contains(own.Id, (await See(world, adil)).Rows.Select(r => r.Pair.Id));
    }

    [Theory, OnBoth]
    public async Task What_rests_stands_in_the_order_in_which_it_comes_back_with_what_was_done_last(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        world.Clock.Pass(Duration.FromDays(4));
        var today = new LocalDate(2026, 9, 11);
        foreach (var (pair, days) in new[] { (cast.SaraOmar, 9), (cast.SaraAmal, 2), (cast.BilalNida, 5) })
            await world.ChangeCare(pair, care => care.Talk(today.PlusDays(days), world.Clock.Now + Duration.FromDays(days)));

        var queue = await See(world, cast.Huda);

        Assert.Equal((0, 3), (queue.Things, queue.Snoozed));
        Assert.Equal(["Amal", "Nida", "Omar"], queue.SnoozedRows.Select(r => r.Waiting.Mentee));
        Assert.Equal(["wait.talk"], (await Lately(queue.SnoozedRows)).Distinct());
        world.Clock.Pass(Duration.FromDays(6));
        queue = await See(world, cast.Huda);
        Assert.Equal(["wait.talk.was", "wait.talk.was"], await Lately(queue.Rows));
        await world.ChangeCare(cast.SaraAmal, care => care.Reminded(world.Clock.Now - Duration.FromDays(1), world.Clock.Now));
        await world.ChangeMeetings(cast.BilalNida, meetings => meetings.Waive(cast.Huda.Id, "Two cities", world.Clock.Now));
        Assert.Equal(["wait.reminded.yesterday", "wait.waived.today"], (await Lately((await See(world, cast.Huda)).Rows)).Order());

        Task<List<string?>> Lately(IReadOnlyList<QueueRow> rows) =>
            world.Use<QueueWords, List<string?>>(words => Task.FromResult(rows.Select(r => words.Lately(r)?.Key).ToList()));
    }

    [Theory, OnBoth]
    public async Task An_ended_pair_waits_for_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        foreach (var pair in new[] { cast.SaraOmar, cast.SaraAmal, cast.BilalNida })
            await world.Change(pair, row => row.End(HowEnded.Ended, world.Clock.Now));

        var queue = await See(world, cast.Huda);

        Assert.Equal((0, 0), (queue.Standing, queue.Things));
    }

    public static Task<Queue> See(World world, Person who) =>
        world.Use<SeeQueue, Queue>(see => see.Run(who.Id, world.Clock.Now - Duration.FromDays(7), default));

    private static Goal Goal(Mentorship pair, World world) =>
        new(new(Ids.Source()), pair.Id, pair.MenteeId, "Speak once", null, [], world.Clock.Now);

    private static async Task AcceptAll(World world, Cast cast)
    {
        await world.Accept(cast, cast.SaraOmar, cast.Sara, cast.Omar);
        await world.Accept(cast, cast.SaraAmal, cast.Sara, cast.Amal);
        await world.Accept(cast, cast.BilalNida, cast.Bilal, cast.Nida);
    }
}

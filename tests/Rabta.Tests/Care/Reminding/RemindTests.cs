using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care;
using Rabta.Care.Reminding;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.Waiting;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Care.Queueing;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Care.Reminding;

public sealed class RemindTests
{
    [Theory, OnBoth]
    public async Task Only_who_has_not_accepted_is_reminded_to_accept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accept(cast, cast.SaraOmar, cast.Sara);
        world.Clock.Pass(Duration.FromDays(4));

        Assert.Null(await Remind(world, cast, cast.SaraOmar, Waits.NotAccepted));
        await world.SendMail();

        var email = Assert.Single(world.Emails.Sent);
        Assert.Equal(cast.Omar.Address, email.To);
        Assert.Contains("Sara", email.Body, StringComparison.Ordinal);
        Assert.Contains($"/mentorships/{cast.SaraOmar.Id.Value}", email.Body, StringComparison.Ordinal);
        Assert.Equal(["mentorship.reminded"], await world.Ask(db => db.Set<JournalEntry>().Select(e => e.What).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_second_press_sends_nothing_and_says_so(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);

        Assert.Null(await Remind(world, cast, cast.SaraOmar, Waits.NotMet));
        Assert.Equal("remind.settled", (await Remind(world, cast, cast.SaraOmar, Waits.NotMet))?.Key);
        Assert.Equal("remind.not-this", (await Remind(world, cast, cast.SaraOmar, Waits.AsksForChange))?.Key);
        Assert.Equal("remind.not-this", (await world.RemindAll(Waits.AsksForChange, cast.Huda.Id))?.Key);

        Assert.Equal(2, await world.Ask(db => db.Reminders.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Whatever_it_is_about_nobody_is_reminded_twice_in_a_week(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accept(cast, cast.SaraOmar, cast.Sara, cast.Omar);
        await world.Accept(cast, cast.SaraAmal, cast.Amal);
        world.Clock.Pass(Duration.FromDays(22));
        // Sara, who has to accept for Amal, was reminded of Omar a moment ago.
        await Remind(world, cast, cast.SaraOmar, Waits.NotMet);

        Assert.Equal("remind.lately", (await Remind(world, cast, cast.SaraAmal, Waits.NotAccepted))?.Key);
        world.Clock.Pass(Duration.FromDays(7) - Duration.FromSeconds(1));
        Assert.Equal("remind.lately", (await Remind(world, cast, cast.SaraAmal, Waits.NotAccepted))?.Key);
        world.Clock.Pass(Duration.FromSeconds(1));
        Assert.Null(await Remind(world, cast, cast.SaraAmal, Waits.NotAccepted));

        Assert.Equal(2, await world.Ask(db => db.Reminders.CountAsync(r => r.PersonId == cast.Sara.Id)));
    }

    [Theory, OnBoth]
    public async Task Ten_coordinators_at_once_send_one_mail_each_person(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    Task.Run(() =>
                        i % 2 == 0 ? Remind(world, cast, cast.SaraOmar, Waits.NotMet) : world.RemindAll(Waits.NotMet, cast.Huda.Id)
                    )
                )
        );

        Assert.Single(answers, a => a is null);
        Assert.Equal(
            new[] { cast.Omar.Id, cast.Sara.Id }.OrderBy(p => p.Value),
            (await world.Ask(db => db.Notices.Where(n => n.Kind == "remind.meet").Select(n => n.PersonId).ToListAsync())).OrderBy(p =>
                p.Value
            )
        );
    }

    [Theory, OnBoth]
    public async Task A_mentor_of_nine_who_have_not_met_gets_one_mail_and_all_nine_pairs_rest(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentees = await ManyPairsTests.PutPairs(world, cast, cast.Zara, 9);
        foreach (var pair in await world.Ask(db => db.Mentorships.Where(m => m.MentorId == cast.Zara.Id).ToListAsync()))
            await world.BothAccept(pair);
        world.Clock.Pass(Duration.FromDays(22));
        using var huda = await world.SignIn(cast.Huda);

        var ask = await huda.Open("/waiting/not-met/remind");
        await huda.Send(ask, "remind-all");
        await world.SendMail();

        Assert.Equal("Remind 10 people?", ask.Title);
        Assert.Equal(10, world.Emails.Sent.Count);
        var one = Assert.Single(world.Emails.Sent, l => l.To == cast.Zara.Address);
        Assert.All(mentees, m => Assert.Contains(m.Name, one.Body, StringComparison.Ordinal));
        Assert.Equal(9, await world.Ask(db => db.PairCare.CountAsync(c => c.RemindedAt != null)));
        Assert.Equal("Nobody is to be reminded now.", (await huda.Open("/waiting/not-met/remind")).Title);
    }

    [Theory, OnBoth]
    public async Task Who_was_reminded_this_week_is_left_out_and_counted(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accept(cast, cast.SaraOmar, cast.Sara, cast.Omar);
        await world.Accept(cast, cast.BilalNida, cast.Bilal, cast.Nida);
        world.Clock.Pass(Duration.FromDays(22));
        await Remind(world, cast, cast.SaraOmar, Waits.NotMet);
        using var huda = await world.SignIn(cast.Huda);

        var ask = await huda.Open("/waiting/not-accepted/remind");

        Assert.Equal("Remind 1 person?", ask.Title);
        Assert.Contains("1 was reminded this week and is left out.", ask.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_reminded_pair_rests_for_seven_days_and_comes_back(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        using var huda = await world.SignIn(cast.Huda);
        var home = await huda.Open("/");

        var after = await huda.Send(home, "remind", ("pair", $"{cast.SaraOmar.Id.Value}.not-met"));
        world.Clock.Pass(Duration.FromDays(2));
        var later = await huda.Open("/");
        world.Clock.Pass(Duration.FromDays(5));

        Assert.Equal("3 things need a person today.", home.Title);
        Assert.Equal("2 things need a person today. The other 1 pair is on its way.", after.Title);
        Assert.Contains("Reminded 2 days ago.", later.Page.QuerySelector("details.fold")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3 things need a person today.", (await huda.Open("/")).Title);
    }

    [Theory, OnBoth]
    public async Task Asking_for_a_change_wakes_a_pair_that_rests(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        await Remind(world, cast, cast.SaraOmar, Waits.NotMet);

        await world.Use<AskForChange, Refusal?>(ask => ask.Run(cast.SaraOmar.Id, null, cast.Omar.Id, default));

        Assert.Equal(1, (await QueueTests.See(world, cast.Huda)).Counts[Waits.AsksForChange]);
    }

    [Theory, OnBoth]
    public async Task A_mentee_who_forges_the_form_reminds_nobody(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWaiting(cast);
        using var huda = await world.SignIn(cast.Huda);
        using var omar = await world.SignIn(cast.Omar);
        var token = (await omar.Open("/me")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = Phone.Filled(
            await huda.Open("/"),
            "remind",
            ("pair", $"{cast.SaraOmar.Id.Value}.not-met"),
            ("__RequestVerificationToken", token)
        );

        var answer = await omar.Post("/", form, follow: false);

        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(0, await world.Ask(db => db.Reminders.CountAsync()));
    }

    public static Task<Refusal?> Remind(World world, Cast cast, Mentorship pair, string kind) => world.Remind(pair.Id, kind, cast.Huda.Id);
}

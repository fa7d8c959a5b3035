using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches;
using Rabta.Matches.Publishing;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Mail;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Publishing;

public sealed class PublishRoundTests
{
    private static Task<Refusal?> Publish(World world, Cast cast, RoundId round, bool slips = false) =>
        world.Use<PublishRound, Refusal?>(p => p.Run(round, slips, cast.Huda.Id, default));

    private static Task<Refusal?> TakeBack(World world, Cast cast, RoundId round) =>
        world.Use<TakeBackRound, Refusal?>(t => t.Run(round, cast.Huda.Id, default));

    private static Task<int> Standing(World world) => world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null));

    /// <summary>Zara and Yusra both go to Bilal; Yusra has no address.</summary>
    private static async Task<(Cast, RoundId)> Ready(World world)
    {
        var cast = await Cast.In(world);
        var yusra = new Person("Yusra", null) { Names = Both.Urdu("یسریٰ"), Number = "Y-1" };
        await world.Put(
            yusra,
            cast.Enrols(yusra, ProgrammeRole.Mentee),
            cast.Wishes(cast.Zara, cast.Bilal),
            cast.Wishes(yusra, cast.Bilal)
        );
        return (cast, (await world.Match(cast)).Id);
    }

    [Theory, OnBoth]
    public async Task A_round_whose_words_contradict_each_other_meanwhile_is_not_published(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        await world.Put(cast.Pin(cast.Zara, cast.Bilal, world.Clock.Now), cast.Forbid(cast.Zara, cast.Bilal, world.Clock.Now));

        Assert.Equal("publish.changed", (await Publish(world, cast, round))?.Key);
        Assert.Equal(3, await Standing(world));
    }

    [Theory, OnBoth]
    public async Task After_ten_minutes_each_person_gets_one_mail_and_a_mentor_of_two_one_naming_both(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);

        Assert.Null(await Publish(world, cast, round));

        Assert.Equal(5, await Standing(world));
        await world.SendMail(Duration.FromMinutes(9));
        Assert.Empty(world.Emails.Sent);
        await world.SendMail(Duration.FromMinutes(1));
        Assert.Equal(["bilal@college.test", "zara@college.test"], world.Emails.Sent.Select(l => l.To).Order());
        var body = world.Emails.Sent.Single(l => l.To == "bilal@college.test").Body;
        Assert.Contains("Zara", body, StringComparison.Ordinal);
        Assert.Contains("Yusra", body, StringComparison.Ordinal);
        var mails = await world.Use<SeeMails, Mails>(s => s.Run(round, default));
        Assert.Equal((0, 2), (mails.Waiting, mails.Sent));
        Assert.Equal(new NotReached("Yusra", "no-address"), Assert.Single(mails.NotReached));
        await world.Ask(db =>
            db.Notices.Where(n => n.PersonId == cast.Zara.Id || n.PersonId == cast.Bilal.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(n => n.DeliveryStatus, DeliveryStatus.Refused).SetProperty(n => n.Reason, "mail.refused")
                )
        );
        mails = await world.Use<SeeMails, Mails>(s => s.Run(round, default));
        Assert.Equal(["Bilal", "Yusra", "Zara"], mails.NotReached.Select(n => n.Name));
    }

    [Theory, OnBoth]
    public async Task From_two_windows_at_once_it_happens_once(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Publish(world, cast, round)));

        Assert.Single(answers, a => a is null);
        Assert.Equal(3, answers.Count(a => a is { Key: "publish.already" }));
        Assert.Equal(5, await Standing(world));
        Assert.Equal(3, await world.Ask(db => db.Notices.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_changed_since_the_run_is_found_and_nothing_is_published(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        await world.Put(cast.Conflict(cast.Zara, cast.Bilal));

        Assert.Equal("publish.changed", (await Publish(world, cast, round))!.Key);

        Assert.Equal(3, await Standing(world));
        Assert.Equal(RoundState.InReview, (await world.Round(round)).State);
    }

    [Theory, OnBoth]
    public async Task Where_one_of_a_pair_has_gone_nothing_is_published(Engine on)
    {
        foreach (var gone in new Func<Cast, Person>[] { c => c.Zara, c => c.Bilal })
        {
            await using var world = await World.On(on);
            var (cast, round) = await Ready(world);
            var person = gone(cast).Id;
            await world.Ask(db => db.Enrolments.Where(e => e.PersonId == person).ExecuteDeleteAsync());

            Assert.Equal("publish.changed", (await Publish(world, cast, round))?.Key);
        }
    }

    [Theory, OnBoth]
    public async Task Where_one_who_was_left_has_gone_nothing_is_published(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var asma = new Person("Asma", "asma@college.test");
        await world.Put(asma, cast.Enrols(asma, ProgrammeRole.Mentee));
        await world.Put(cast.Conflict(asma, cast.Bilal), cast.Conflict(asma, cast.Sara));
        var round = (await world.Match(cast)).Id;
        Assert.Equal([asma.Id], await world.Ask(db => db.Set<RoundUnmatched>().Select(u => u.MenteeId).ToListAsync()));
        await world.Ask(db => db.Enrolments.Where(e => e.PersonId == asma.Id).ExecuteDeleteAsync());

        Assert.Equal("publish.changed", (await Publish(world, cast, round))?.Key);
    }

    [Theory, OnBoth]
    public async Task Taken_back_in_time_nobody_was_told_and_it_can_be_published_again(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        await Publish(world, cast, round);
        world.Clock.Pass(Duration.FromMinutes(9));

        Assert.Null(await TakeBack(world, cast, round));

        Assert.Equal(3, await Standing(world));
        Assert.Equal(2, await world.Ask(db => db.Mentorships.CountAsync(m => m.Ending == HowEnded.TakenBack)));
        await world.SendMail(Duration.FromMinutes(30));
        Assert.Empty(world.Emails.Sent);
        Assert.Null(await Publish(world, cast, round));
        await world.SendMail(Duration.FromMinutes(10));
        Assert.Equal(2, world.Emails.Sent.Count);
    }

    [Theory, OnBoth]
    public async Task Taken_back_a_run_made_since_goes_too(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        await Publish(world, cast, round);
        await world.Match(cast);

        Assert.Null(await TakeBack(world, cast, round));

        Assert.Equal(round, (await world.Ask(db => db.Rounds.SingleAsync())).Id);
    }

    [Theory, OnBoth]
    public async Task After_ten_minutes_it_stays(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        await Publish(world, cast, round);
        world.Clock.Pass(Duration.FromMinutes(10));

        Assert.Equal("take-back.too-late", (await TakeBack(world, cast, round))!.Key);
        Assert.Equal(5, await Standing(world));
    }

    [Theory, OnBoth]
    public async Task Where_no_mail_is_set_it_is_refused_unless_slips_are_chosen(Engine on)
    {
        await using var world = await World.On(on, s => s with { Mail = null });
        var (cast, round) = await Ready(world);

        Assert.Equal("publish.no-mail", (await Publish(world, cast, round))!.Key);
        Assert.Null(await Publish(world, cast, round, slips: true));

        Assert.Equal(5, await Standing(world));
        Assert.All(await world.Ask(db => db.Notices.ToListAsync()), n => Assert.Equal(DeliveryStatus.Inside, n.DeliveryStatus));
        await world.SendMail(Duration.FromMinutes(11));
        Assert.Empty(world.Emails.Sent);
        using var zara = await world.SignIn(cast.Zara);
        Assert.Contains("Bilal is your mentor.", (await zara.Open("/news")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_coordinator_publishes_from_the_page_and_the_same_form_again_changes_nothing(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/matching/{round.Value}/publish");
        Assert.Equal("Publish 2 pairs?", page.Title);
        var (form, other) = (Phone.Filled(page, "publish"), await huda.Open(page.Path));

        var first = await huda.Post(page.Path, form);
        var again = await huda.Post(page.Path, Phone.Filled(page, "publish"));

        Assert.Equal("2 pairs are published.", first.Title);
        Assert.Equal("2 pairs are published.", again.Title);
        var late = await huda.Send(other, "publish");
        Assert.Equal(["This round has been published already. Nobody is told twice."], late.Wrong);
        Assert.Equal(5, await Standing(world));
        Assert.Equal("2 pairs are published.", (await huda.Open(page.Path)).Title);
        var back = await huda.Send(first, "take-back");
        Assert.Equal("All 5 people have a mentor.", back.Title);
        Assert.Equal(3, await Standing(world));
    }

    [Theory, OnBoth]
    public async Task A_test_goes_to_the_coordinator_alone_and_at_once(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        using var huda = await world.SignIn(cast.Huda);

        var sent = await huda.Send(await huda.Open($"/matching/{round.Value}/publish"), "test");
        await world.SendMail();

        Assert.Contains("on its way to you", sent.Text, StringComparison.Ordinal);
        Assert.Equal("huda@college.test", Assert.Single(world.Emails.Sent).To);
    }

    [Theory, OnBoth]
    public async Task Only_what_was_approved_is_published(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var extra = new Rabta.People.Person("Iqra", "iqra@college.test");
        await world.Put(
            extra,
            new Rabta.Programmes.Enrolment
            {
                CohortId = cast.Cohort.Id,
                PersonId = extra.Id,
                Role = Rabta.Programmes.ProgrammeRole.Mentee,
            }
        );
        var round = await world.PutRounds(cast);
        Assert.Equal(2, await world.Ask(db => db.RoundPairs.CountAsync(p => p.RoundId == round)));
        Assert.Equal(1, await world.Ask(db => db.RoundPairs.CountAsync(p => p.RoundId == round && p.IsPinned)));

        Assert.Null(
            await world.Use<PublishRound, Refusal?>(publish => publish.Run(round, true, cast.Huda.Id, default, onlyApproved: true))
        );

        Assert.Equal(1, await world.Ask(db => db.Mentorships.CountAsync(m => m.Round == round.Value)));
        Assert.False(await world.Ask(db => db.Mentorships.AnyAsync(m => m.MenteeId == extra.Id)));
    }

    [Theory, OnBoth]
    public async Task A_refused_mail_is_named_on_the_round(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round) = await Ready(world);
        world.Emails.Before = email =>
        {
            if (email.To.StartsWith("zara", StringComparison.Ordinal))
                throw new EmailRefused("550");
        };
        await Publish(world, cast, round);
        await world.SendMail(Duration.FromMinutes(10));
        using var huda = await world.SignIn(cast.Huda);

        var page = await huda.Open($"/matching/{round.Value}");

        Assert.Contains("1 mail has been sent.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The address was refused.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("form").Where(f => f.InnerHtml.Contains("take-back", StringComparison.Ordinal)));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Matches.Publishing;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Preferences.Recommending;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Preferences.Recommending;

public sealed class RecommendTests
{
    private static readonly TypedRecommendation Words = new("Zara", "Bilal", "Both wait well", true, true);

    [Theory, OnBoth]
    public async Task Who_is_invited_answers_once_without_an_account_and_both_read_it_once_paired(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/programmes/{cast.Programme.Id.Value}/recommendations");
        Assert.Equal("Nobody has recommended anyone yet.", page.Title);
        await huda.Send(
            page,
            "invite",
            ("invite-name", "Prof. Tahira Aslam"),
            ("invite-address", "tahira@elsewhere.test"),
            ("invite-line", "You taught Zara")
        );
        await world.SendMail();
        var email = world.Emails.Sent.Single(l => l.To == "tahira@elsewhere.test");
        Assert.DoesNotContain("You taught Zara", email.Body, StringComparison.Ordinal);
        Assert.Equal(0, await world.Ask(db => db.SignInLinks.CountAsync(l => l.Purpose == LinkFor.Invitation)));
        var path = new Uri(world.Emails.LinkTo("tahira@elsewhere.test")).AbsolutePath;
        var secret = path.Split('/')[^1];
        Assert.False(await world.Ask(db => db.InvitationLinks.AnyAsync(l => l.Hash.Contains(secret))));

        using var tahira = world.Visit();
        page = await tahira.Open(path);
        Assert.Equal("Prof. Tahira Aslam, whom do you know who would suit each other?", page.Title);
        Assert.Contains("You taught Zara", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bilal", page.Html, StringComparison.Ordinal);
        var refused = await tahira.Send(page, "recommend-once", ("mentee", "zara"), ("mentor", "BILAL"), ("why", ""));
        Assert.Contains("Write one sentence", refused.Wrong.Single(), StringComparison.Ordinal);
        Assert.Equal("zara", refused.Page.QuerySelector("input[name=mentee]")!.GetAttribute("value"));
        var sent = Phone.Filled(refused, "recommend-once", ("why", "They would laugh at the same things."), ("named", "1"), ("read", "1"));
        var fields = await sent.ReadAsStringAsync();
        Assert.Equal("Thank you. Your sentence has arrived.", (await tahira.Post(path, Body(fields))).Title);
        Assert.Equal("Thank you. Your sentence has arrived.", (await tahira.Post(path, Body(fields))).Title);

        var kept = await world.Ask(db => db.Recommendations.AsNoTracking().SingleAsync());
        Assert.Equal(
            (cast.Zara.Id, cast.Bilal.Id, "Prof. Tahira Aslam", true, true),
            (kept.MenteeId, kept.MentorId, kept.By, kept.MayBeNamed, kept.WhyMayBeRead)
        );
        var ran = await world.Match(cast);
        Assert.Null(await world.Use<PublishRound, Refusal?>(p => p.Run(ran.Id, true, cast.Huda.Id, default)));
        var pair = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.MenteeId == cast.Zara.Id));
        Assert.Equal(cast.Bilal.Id, pair.MentorId);
        Assert.Equal(kept.ByPerson, pair.FacilitatorId);
        foreach (
            var (who, language, says) in new[]
            {
                (cast.Zara, "en", "Prof. Tahira Aslam knows you both and helped to make this match."),
                (cast.Bilal, "ur", "آپ دونوں کو جانتے ہیں"),
            }
        )
        {
            using var phone = await world.SignIn(who, language);
            var text = (await phone.Open($"/mentorships/{pair.Id.Value}")).Text;
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.Contains("They would laugh at the same things.", text, StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task What_points_to_nobody_or_to_two_goes_to_staff_with_the_same_thanks(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var twin = new Person("Zara", "other.zara@college.test") { Number = "Z-2" };
        await world.Put(twin, cast.Enrols(twin, ProgrammeRole.Mentee));
        using var sara = await world.SignIn(cast.Sara);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/recommend";

        var titles = new List<string>();
        foreach (var (mentee, mentor) in new[] { ("Zara", "Bilal"), ("Nobody", "Bilal"), ("Z-2", "Bilal"), ("Bilal", "Zara") })
        {
            // What came first is sorted first.
            world.Clock.Pass(Duration.FromMinutes(1));
            titles.Add(
                (await sara.Send(await sara.Open(path), "recommend", ("mentee", mentee), ("mentor", mentor), ("why", "Both wait"))).Title
            );
        }

        Assert.Equal(["Thank you. Your sentence has arrived."], titles.Distinct());
        Assert.Equal(twin.Id, (await world.Ask(db => db.Recommendations.SingleAsync())).MenteeId);
        Assert.Equal(
            ["Bilal", "Nobody", "Zara"],
            await world.Ask(db => db.UnsortedRecommendations.OrderBy(u => u.Mentee).Select(u => u.Mentee).ToListAsync())
        );
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/programmes/{cast.Programme.Id.Value}/recommendations");
        Assert.Equal("3 recommendations are to be sorted.", page.Title);
        var refused = await huda.Send(page, "sort");
        Assert.Contains("No single mentee", refused.Wrong.Single(), StringComparison.Ordinal);
        page = await huda.Send(refused, "sort", ("mentee", cast.Zara.Number!));
        Assert.Equal("2 recommendations are to be sorted.", page.Title);
        Assert.Equal(
            [cast.Zara.Id, twin.Id],
            (await world.Ask(db => db.Recommendations.Select(r => r.MenteeId).ToListAsync())).OrderBy(i => i != cast.Zara.Id)
        );
    }

    [Theory, OnBoth]
    public async Task One_who_recommends_two_mentees_for_a_mentor_has_said_both_and_twice_the_same_is_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        async Task Say(string mentee, string mentor, string why, Person by) =>
            Assert.Null(
                await world.Use<Recommend, Refusal?>(r =>
                    r.AsMember(cast.Cohort.Id, new(mentee, mentor, why, true, true), by.Id, null, default)
                )
            );

        await Say("Zara", "Bilal", "first", cast.Sara);
        await Say("Omar", "Bilal", "second", cast.Sara);
        await Say("Zara", "Bilal", "another's", cast.Huda);
        await Say("Zara", "Sara", "of herself", cast.Huda);
        await Say("Zara", "Bilal", "newer", cast.Sara);

        Assert.Equal(
            ["another's", "newer", "of herself", "second"],
            await world.Ask(db => db.Set<Recommendation>().OrderBy(r => r.Why).Select(r => r.Why).ToListAsync())
        );
    }

    [Theory, OnBoth]
    public async Task What_was_taken_back_stands_last(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Recommendation Of(Person mentee, NodaTime.Instant? takenBack) =>
            new()
            {
                CohortId = cast.Cohort.Id,
                MenteeId = mentee.Id,
                MentorId = cast.Bilal.Id,
                By = "Tahira",
                Why = "Both wait",
                At = world.Clock.Now,
                TakenBackAt = takenBack,
            };
        await world.Put(Of(cast.Amal, world.Clock.Now), Of(cast.Zara, null), Of(cast.Omar, null));

        var seen = await world.Use<SeeRecommendations, RecommendationsOf?>(see => see.Run(cast.Programme.Id, 1, default));

        Assert.Equal(["Omar", "Zara", "Amal"], seen!.Rows.Select(r => r.Mentee));
        Assert.Equal(3, seen.All);
    }

    [Theory, OnBoth]
    public async Task Only_whom_the_programme_trusts_has_the_page(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var path = $"/cohorts/{cast.Cohort.Id.Value}/recommend";
        using var amal = await world.SignIn(cast.Amal);
        Assert.Equal(HttpStatusCode.NotFound, (await amal.Open(path)).Status);
        Assert.Equal("recommend.not-here", (await Member(world, cast, cast.Amal, Words))?.Key);
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Send(
            await huda.Open($"/programmes/{cast.Programme.Id.Value}/recommendations"),
            "trust",
            ("trusted", "amal@COLLEGE.test")
        );
        Assert.Empty(page.Wrong);

        Assert.Equal(HttpStatusCode.OK, (await amal.Open(path)).Status);
        Assert.Contains((await amal.Open("/")).Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        Assert.Null(await Member(world, cast, cast.Amal, Words));
        await huda.Send(page, "trust-off");
        Assert.Equal("recommend.not-here", (await Member(world, cast, cast.Amal, Words))?.Key);
    }

    [Theory, OnBoth]
    public async Task A_recommendation_outranks_likeness_and_yields_to_a_wish_a_rule_and_being_taken_back(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Languages", false, Counts.Alike, (cast.Zara, "Pashto"), (cast.Sara, "Pashto"));
        async Task<PersonId> Mentor() => (await world.PairOf((await world.Match(cast)).Id, cast.Zara))!.MentorId;
        Assert.Equal(cast.Sara.Id, await Mentor());
        Assert.Null(await Member(world, cast, cast.Sara, Words));
        Assert.Equal(cast.Bilal.Id, await Mentor());
        await world.Put(cast.Wishes(cast.Zara, cast.Sara));
        Assert.Equal(cast.Sara.Id, await Mentor());
        await world.Ask(db => db.Wishes.ExecuteDeleteAsync());
        var id = await world.Ask(db => db.Recommendations.Select(r => r.Id).SingleAsync());
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/programmes/{cast.Programme.Id.Value}/recommendations");
        page = await huda.Send(page, "recommendation-back", ("recommendation", $"{id.Value}"));
        Assert.Contains("Taken back; it counts no more.", page.Text, StringComparison.Ordinal);
        Assert.Equal(cast.Sara.Id, await Mentor());
    }

    [Theory, OnBoth]
    public async Task Each_invited_answers_by_their_own_link_and_who_is_trusted_stands_by_name(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (
            var (name, address) in new[]
            {
                ("Tahira", "one@elsewhere.test"),
                ("Rukhsana", "two@elsewhere.test"),
                ("Adil", "three@elsewhere.test"),
            }
        )
            Assert.Null(
                await world.Use<InviteRecommender, Refusal?>(i =>
                    i.Run(new(Ids.Source()), cast.Cohort.Id, name, address, null, cast.Huda.Id, default)
                )
            );
        await world.SendMail();
        foreach (var person in new[] { cast.Nida, cast.Amal, cast.Bilal })
            await world.Put(new Recommender { CohortId = cast.Cohort.Id, PersonId = person.Id });

        var secret = world.Emails.LinkTo("two@elsewhere.test").Split('/')[^1];
        Assert.Null(await world.Use<Recommend, Refusal?>(r => r.ByLink(secret, Words, null, default)));

        Assert.Equal("Rukhsana", await world.Ask(db => db.Recommendations.Select(r => r.By).SingleAsync()));
        Assert.Equal(2, await world.Ask(db => db.RecommenderInvitations.CountAsync(i => i.AnsweredAt == null)));
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/programmes/{cast.Programme.Id.Value}/recommendations");
        Assert.Equal(
            ["Amal", "Bilal", "Nida"],
            page.Page.QuerySelectorAll("button[name=recommender]").Select(b => b.ParentElement!.QuerySelector("bdi")!.TextContent)
        );
    }

    [Theory, OnBoth]
    public async Task A_link_is_over_after_thirty_days_or_once_taken_back_and_guessing_is_slowed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        async Task<(RecommenderInvitationId Id, string Path)> Invite(string address)
        {
            var id = new RecommenderInvitationId(Ids.Source());
            Assert.Null(
                await world.Use<InviteRecommender, Refusal?>(i => i.Run(id, cast.Cohort.Id, "Tahira", address, null, cast.Huda.Id, default))
            );
            await world.SendMail();
            return (id, new Uri(world.Emails.LinkTo(address)).AbsolutePath);
        }
        using var phone = world.Visit();
        var (revoked, first) = await Invite("one@elsewhere.test");
        var (_, second) = await Invite("two@elsewhere.test");
        Assert.Equal(
            "invite.known",
            (
                await world.Use<InviteRecommender, Refusal?>(i =>
                    i.Run(new(Ids.Source()), cast.Cohort.Id, "Tahira", "ONE@elsewhere.test", null, cast.Huda.Id, default)
                )
            )?.Key
        );
        Assert.Null(await world.Use<InviteRecommender, Refusal?>(i => i.Revoke(revoked, cast.Huda.Id, default)));

        Assert.Contains("it was taken back", (await phone.Open(first)).Text, StringComparison.Ordinal);
        Assert.Contains("whom do you know", (await phone.Open(second)).Title, StringComparison.Ordinal);
        world.Clock.Pass(Duration.FromDays(30));
        Assert.Contains("Its thirty days are over", (await phone.Open(second)).Text, StringComparison.Ordinal);
        Assert.Equal(
            "recommend.over",
            (await world.Use<Recommend, Refusal?>(r => r.ByLink(second.Split('/')[^1], Words, null, default)))?.Key
        );
        for (var i = 0; i < 5; i++)
            Assert.Contains(
                "lost on the way",
                (await phone.Open("/recommend/guessed-guessed-guessed-guess")).Text,
                StringComparison.Ordinal
            );
        Assert.Contains(
            "Wait a quarter of an hour",
            (await phone.Open("/recommend/guessed-guessed-guessed-guess")).Text,
            StringComparison.Ordinal
        );

        // For another month the link says that it is over; then nothing of it is left.
        foreach (var (days, left) in new[] { (29, 2), (2, 0) })
        {
            world.Clock.Pass(Duration.FromDays(days));
            await world.Do(get => get.GetServices<IHousekeep>().OfType<ForgetInvitations>().Single().Sweep(default));
            Assert.Equal(
                (left, left),
                await world.Ask(async db => (await db.InvitationLinks.CountAsync(), await db.RecommenderInvitations.CountAsync()))
            );
        }
        Assert.Equal(0, await world.Ask(db => db.Accounts.CountAsync(a => a.PersonId != cast.Huda.Id)));
    }

    [Theory, OnBoth]
    public async Task Who_may_not_be_named_stays_unnamed_and_the_coordinator_stands_behind_the_match(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        Assert.Null(await Member(world, cast, cast.Sara, Words with { MayBeNamed = false, WhyMayBeRead = false }));
        var ran = await world.Match(cast);
        Assert.Null(await world.Use<PublishRound, Refusal?>(p => p.Run(ran.Id, true, cast.Huda.Id, default)));

        var pair = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.MenteeId == cast.Zara.Id));
        Assert.Equal((cast.Huda.Id, null), (pair.FacilitatorId!.Value, pair.Facilitator));
        using var zara = await world.SignIn(cast.Zara);
        var text = (await zara.Open($"/mentorships/{pair.Id.Value}")).Text;
        Assert.Contains("Someone who knows you both thought of you two.", text, StringComparison.Ordinal);
        Assert.Contains("Huda put this match together for the college.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Both wait well", text, StringComparison.Ordinal);
    }

    private static Task<Refusal?> Member(World world, Cast cast, Person who, TypedRecommendation typed) =>
        world.Use<Recommend, Refusal?>(r => r.AsMember(cast.Cohort.Id, typed, who.Id, null, default));

    private static StringContent Body(string fields) => new(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
}

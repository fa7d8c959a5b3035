using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.Matches;
using Rabta.Matches.Publishing;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Preferences.Requesting;
using Rabta.Programmes;
using Rabta.Programmes.Asking;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Preferences.Requesting;

public sealed class RequestTests
{
    [Theory, OnBoth]
    public async Task A_mentee_asks_on_the_page_and_a_yes_begins_the_mentorship(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var zara = await world.SignIn(cast.Zara);
        using var bilal = await world.SignIn(cast.Bilal);
        var ask = $"/cohorts/{cast.Cohort.Id.Value}/mentors/{cast.Bilal.Id.Value}/ask";
        Assert.Contains(
            (await zara.Open($"/cohorts/{cast.Cohort.Id.Value}/mentors")).Page.QuerySelectorAll("a"),
            a => a.GetAttribute("href") == ask
        );
        var refused = await zara.Send(await zara.Open(ask), "ask", ("why", " "));
        Assert.Contains("Write one line of why.", refused.Wrong.Single(), StringComparison.Ordinal);
        await zara.Send(refused, "ask", ("why", "You made anatomy plain."));

        var mine = (await bilal.Open("/")).Page.QuerySelector("main a[href^='/requests/']")!.GetAttribute("href")!;
        var page = await bilal.Open(mine);
        Assert.Equal("Zara asks you to be their mentor.", page.Title);
        Assert.Contains("You made anatomy plain.", page.Text, StringComparison.Ordinal);
        page = await bilal.Send(page, "request", ("act", "yes"), ("line", "Gladly."));

        Assert.Equal("You said yes to Zara.", page.Title);
        var pair = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.MenteeId == cast.Zara.Id));
        Assert.Equal((cast.Bilal.Id, null), (pair.MentorId, pair.Round));
        Assert.Equal(new Reason(ReasonKind.Asked), pair.Why[0]);
        Assert.Contains("You asked, and got a yes.", (await zara.Open($"/mentorships/{pair.Id.Value}")).Text, StringComparison.Ordinal);
        Assert.Contains("Gladly.", (await zara.Open(mine)).Text, StringComparison.Ordinal);
        await world.SendMail();
        Assert.DoesNotContain(
            world.Emails.Sent,
            l => l.Body.Contains("anatomy", StringComparison.Ordinal) || l.Body.Contains("Gladly", StringComparison.Ordinal)
        );
        Assert.Contains(
            world.Emails.Sent,
            l => l.To == cast.Zara.Address && l.Subject.StartsWith("Bilal is your mentor", StringComparison.Ordinal)
        );
    }

    [Theory, OnBoth]
    public async Task Where_the_programme_does_not_let_them_nobody_asks(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.Programmes.ExecuteUpdateAsync(s => s.SetProperty(p => p.MenteesMayAsk, false)));
        using var zara = await world.SignIn(cast.Zara);

        Assert.DoesNotContain("Ask directly", (await zara.Open($"/cohorts/{cast.Cohort.Id.Value}/mentors")).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await zara.Open($"/cohorts/{cast.Cohort.Id.Value}/mentors/{cast.Bilal.Id.Value}/ask")).Status
        );
        Assert.Equal("ask.not-here", (await Ask(world, cast, cast.Zara, cast.Bilal)).No?.Key);
    }

    [Theory, OnBoth]
    public async Task Three_may_be_asked_at_a_time_and_the_same_one_twice_is_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentors = await Mentors(world, cast, 4, 5);

        Assert.All(new[] { mentors[0], mentors[1], mentors[1], mentors[2] }, m => Assert.Null(Ask(world, cast, cast.Zara, m).Result.No));
        Assert.Equal("ask.many", (await Ask(world, cast, cast.Zara, mentors[3])).No?.Key);
        Assert.Equal(3, await world.Ask(db => db.MentorRequests.CountAsync()));
        using var huda = await world.SignIn(cast.Huda);
        var matching = (await huda.Open("/matching")).Text;
        Assert.Contains("1 mentee has asked a mentor directly", matching, StringComparison.Ordinal);
        Assert.DoesNotContain("Zara", matching, StringComparison.Ordinal);
        Assert.Equal("ask.settled", (await Ask(world, cast, cast.Omar, mentors[0])).No?.Key);
        Assert.Equal("wish.not-here", (await Ask(world, cast, cast.Sara, mentors[0])).No?.Key);
    }

    [Theory, OnBoth]
    public async Task A_yes_closes_what_else_was_asked_and_so_does_a_round(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentors = await Mentors(world, cast, 2, 5);
        var (one, other) = (await Ask(world, cast, cast.Zara, mentors[0]), await Ask(world, cast, cast.Zara, mentors[1]));

        Assert.Null(await Accept(world, one.Id, mentors[0]));
        Assert.Equal("request.now.Settled", (await Accept(world, other.Id, mentors[1]))?.Key);
        Assert.Equal([RequestState.Accepted, RequestState.Settled], await States(world));
        var told = await world.Ask(db => db.Notices.SingleAsync(n => n.Kind == "request.has-mentor"));
        Assert.Equal((mentors[1].Id, world.Clock.Now), (told.PersonId, told.NotBefore));

        var hira = new Person("Hira", "hira@college.test");
        await world.Put(hira, cast.Enrols(hira, ProgrammeRole.Mentee), cast.Wishes(hira, cast.Sara));
        await Ask(world, cast, hira, mentors[1]);
        var ran = await world.Match(cast);
        Assert.Null(await world.Use<PublishRound, Refusal?>(p => p.Run(ran.Id, true, cast.Huda.Id, default)));
        told = await world.Ask(db => db.Notices.SingleAsync(n => n.Kind == "request.has-mentor" && n.Batch != null));
        Assert.Equal(world.Clock.Now + Mentorship.Quiet, told.NotBefore);

        // Taken back, the request waits again, and the mentor never hears of it.
        Assert.Null(await world.Use<TakeBackRound, Refusal?>(t => t.Run(ran.Id, cast.Huda.Id, default)));
        Assert.Equal(
            [RequestState.Open],
            await world.Ask(db => db.MentorRequests.Where(r => r.MenteeId == hira.Id).Select(r => r.State).ToListAsync())
        );
        Assert.False(
            await world.Ask(db =>
                db.Notices.AnyAsync(n => n.Kind == "request.has-mentor" && n.Batch != null && n.DeliveryStatus != DeliveryStatus.TakenBack)
            )
        );
    }

    [Theory, OnBoth]
    public async Task A_private_rule_is_told_to_nobody_and_an_open_one_before_asking(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Campus", false, Counts.MustEqual, (cast.Zara, "Taxila"), (cast.Sara, "Lahore"));
        await world.Answer(cast, "Faith", true, Counts.MustEqual, (cast.Zara, "One"), (cast.Bilal, "Another"));

        Assert.Equal("ask.rule", (await Ask(world, cast, cast.Zara, cast.Sara)).No?.Key);
        var (id, no) = await Ask(world, cast, cast.Zara, cast.Bilal);
        Assert.Null(no);
        var refused = await Accept(world, id, cast.Bilal);
        Assert.Equal(("request.rules", 0), (refused!.Key, refused.Values.Length));
        Assert.Equal([RequestState.Open], await States(world));
    }

    [Theory, OnBoth]
    public async Task A_conflict_a_forbid_and_a_parted_pair_stay_apart(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentors = await Mentors(world, cast, 3, 5);
        var old = new Mentorship(cast.Programme.Id, cast.Cohort.Id, mentors[2].Id, cast.Zara.Id, [], null, world.Clock.Now);
        old.End(HowEnded.Ended, world.Clock.Now);
        await world.Put(
            cast.Conflict(mentors[0], cast.Zara),
            new Forbid
            {
                CohortId = cast.Cohort.Id,
                MentorId = mentors[1].Id,
                MenteeId = cast.Zara.Id,
                By = cast.Huda.Id,
                At = world.Clock.Now,
            },
            old
        );
        foreach (var mentor in mentors)
        {
            var (id, no) = await Ask(world, cast, cast.Zara, mentor);
            Assert.Null(no);
            Assert.Equal("request.rules", (await Accept(world, id, mentor))?.Key);
        }
    }

    [Theory, OnBoth]
    public async Task A_week_reminds_once_and_two_close_it_without_blame(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (id, _) = await Ask(world, cast, cast.Zara, cast.Bilal);
        async Task<List<string>> Sweep(int days)
        {
            world.Clock.Pass(Duration.FromDays(days));
            foreach (var _ in Enumerable.Range(0, 2))
                await world.Do(async get =>
                {
                    foreach (var one in get.GetServices<IHousekeep>())
                        await one.Sweep(default);
                });
            return await world.Ask(db =>
                db.Notices.Where(n => n.Kind.StartsWith("request.") && n.Kind != "request.asked")
                    .OrderBy(n => n.Kind)
                    .Select(n => n.Kind)
                    .ToListAsync()
            );
        }

        Assert.Empty(await Sweep(6));
        Assert.Equal(["request.reminder"], await Sweep(1));
        Assert.Equal(["request.reminder"], await Sweep(6));
        Assert.Equal(["request.closed.mentee", "request.closed.mentor", "request.reminder"], await Sweep(1));
        Assert.Equal([RequestState.Closed], await States(world));
        Assert.Equal("request.now.Closed", (await Accept(world, id, cast.Bilal))?.Key);
        using var zara = await world.SignIn(cast.Zara);
        Assert.Contains("Nobody is at fault", (await zara.Open($"/requests/{id.Value}")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_no_and_a_taking_back_are_told_and_only_the_right_one_does_either(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (first, _) = await Ask(world, cast, cast.Zara, cast.Bilal);
        Assert.Equal("request.gone", (await Accept(world, first, cast.Sara))?.Key);
        Assert.Equal("request.gone", (await world.Use<AnswerRequest, Refusal?>(a => a.Withdraw(first, cast.Bilal.Id, default)))?.Key);

        Assert.Null(await world.Use<AnswerRequest, Refusal?>(a => a.Decline(first, "Full of exams", cast.Bilal.Id, default)));
        var (second, _) = await Ask(world, cast, cast.Zara, cast.Bilal);
        Assert.Null(await world.Use<AnswerRequest, Refusal?>(a => a.Withdraw(second, cast.Zara.Id, default)));
        Assert.Equal("request.now.Withdrawn", (await Accept(world, second, cast.Bilal))?.Key);

        Assert.Equal([RequestState.Declined, RequestState.Withdrawn], await States(world));
        Assert.Equal(
            [("request.declined", cast.Zara.Id), ("request.withdrawn", cast.Bilal.Id)],
            await world.Ask(async db =>
                (await db.Notices.Where(n => n.Kind != "request.asked").OrderBy(n => n.Kind).ToListAsync()).ConvertAll(n =>
                    (n.Kind, n.PersonId)
                )
            )
        );
        using var nida = await world.SignIn(cast.Nida);
        Assert.Equal(HttpStatusCode.NotFound, (await nida.Open($"/requests/{first.Value}")).Status);
        using var huda = await world.SignIn(cast.Huda);
        Assert.Equal(HttpStatusCode.NotFound, (await huda.Open($"/requests/{first.Value}")).Status);
    }

    [Theory, OnBoth]
    public async Task Of_fifty_who_say_yes_at_once_only_those_with_a_place_begin(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var mentors = await Mentors(world, cast, 5, 2);
        var mentees = Enumerable.Range(0, 50).Select(i => new Person($"Mentee {i}", null)).ToList();
        await world.Put([.. mentees, .. mentees.Select(m => cast.Enrols(m, ProgrammeRole.Mentee))]);
        var requests = new List<(MentorRequestId Id, Person Mentor)>();
        foreach (var (mentee, i) in mentees.Select((m, i) => (m, i)))
            requests.Add(((await Ask(world, cast, mentee, mentors[i % 5])).Id, mentors[i % 5]));

        var answers = await Task.WhenAll(requests.Select(r => Task.Run(() => Accept(world, r.Id, r.Mentor))));

        Assert.Equal(10, answers.Count(a => a is null));
        Assert.All(answers.OfType<Refusal>(), a => Assert.Equal("request.full", a.Key));
        var begun = await world.Ask(db =>
            db.Mentorships.Where(m => m.Round == null && m.EndedAt == null)
                .GroupBy(m => m.MentorId)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync()
        );
        Assert.All(mentors, m => Assert.Equal(2, begun.Single(b => b.Key == m.Id).Count));
        Assert.Equal(40, (await States(world)).Count(s => s == RequestState.Open));
    }

    private static async Task<(MentorRequestId Id, Refusal? No)> Ask(World world, Cast cast, Person mentee, Person mentor)
    {
        var id = new MentorRequestId(Ids.Source());
        return (id, await world.Use<AskMentor, Refusal?>(a => a.Run(id, cast.Cohort.Id, mentor.Id, "You listen", mentee.Id, default)));
    }

    private static Task<Refusal?> Accept(World world, MentorRequestId id, Person mentor) =>
        world.Use<AnswerRequest, Refusal?>(a => a.Accept(id, null, mentor.Id, default));

    private static async Task<List<RequestState>> States(World world) =>
        [.. (await world.Ask(db => db.MentorRequests.Select(r => r.State).ToListAsync())).Order()];

    private static async Task<List<Person>> Mentors(World world, Cast cast, int count, int places)
    {
        var mentors = Enumerable.Range(0, count).Select(i => new Person($"Mentor {i}", null)).ToList();
        await world.Put([.. mentors, .. mentors.Select(m => cast.Enrols(m, ProgrammeRole.Mentor, places))]);
        return mentors;
    }
}

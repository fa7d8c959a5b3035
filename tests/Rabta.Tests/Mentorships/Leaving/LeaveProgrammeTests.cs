using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.Leaving;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Leaving;

public sealed class LeaveProgrammeTests
{
    [Theory, OnBoth]
    public async Task A_mentee_leaves_alone_and_the_pair_ends_the_meeting_is_off_and_staff_hear_of_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Accepted(cast);
        await world.Plan(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/taking-part/{(await Part(world, cast.Omar)).Id.Value}/leave");
        Assert.Contains("Your mentorship with Sara ends", page.Text, StringComparison.Ordinal);

        var left = await omar.Send(page, "leave", ("reason", "I move to Quetta"));

        Assert.Equal("You do not take part at the moment.", left.Title);
        Assert.False((await Part(world, cast.Omar)).TakesPart);
        var pair = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.Id == cast.SaraOmar.Id));
        Assert.Equal(HowEnded.Ended, pair.Ending);
        Assert.NotNull((await world.Newest(cast.SaraOmar))?.ClosedAt);
        Assert.Equal([cast.Sara.Id], await Told(world, "ended"));
        Assert.Equal([cast.Huda.Id], await Told(world, "somebody-left"));
        Assert.Empty(await Told(world, "left"));
        Assert.Equal("I move to Quetta", (await world.Journal()).Single(l => l.What == "person.left").Why);
        var words = (await world.Ask(db => db.Notices.ToListAsync())).SelectMany(n => n.Values).Select(v => $"{v}");
        Assert.DoesNotContain("I move to Quetta", words);
        // Once more is harmless.
        await world.NotesNothing(async () => Assert.Null(await Leave(world, cast.Omar, cast.Omar.Id)));
    }

    [Theory, OnBoth]
    public async Task Who_has_left_is_in_no_round_on_no_list_and_keeps_no_place(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(new MentorRequest(new(Guid.CreateVersion7()), cast.Cohort.Id, cast.Zara.Id, cast.Bilal.Id, "Why", world.Clock.Now));

        Assert.Null(await Leave(world, cast.Zara, cast.Huda.Id));

        Assert.Equal([cast.Zara.Id], await Told(world, "left"));
        Assert.Equal(RequestState.Withdrawn, await world.Ask(db => db.MentorRequests.Select(r => r.State).SingleAsync()));
        var round = (await world.Match(cast)).Id;
        Assert.Null(await world.PairOf(round, cast.Zara));
        Assert.Empty(await world.Ask(db => db.RoundUnmatched.Where(u => u.MenteeId == cast.Zara.Id).ToListAsync()));
        using var bilal = await world.SignIn(cast.Bilal);
        Assert.DoesNotContain("Zara", (await bilal.Open($"/cohorts/{cast.Cohort.Id.Value}/mentees")).Text, StringComparison.Ordinal);
        using var zara = await world.SignIn(cast.Zara);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await zara.Open($"/cohorts/{cast.Cohort.Id.Value}/mentors")).Status);

        Assert.Null(await Leave(world, cast.Bilal, cast.Huda.Id, (cast.BilalNida, null)));
        Assert.DoesNotContain(
            cast.Bilal.Id,
            await world.Ask(db => db.PlacesIn(cast.Cohort.Id, world.Clock.Now).Select(p => p.Mentor).ToListAsync())
        );
    }

    [Theory, OnBoth]
    public async Task A_mentors_mentees_are_handed_over_in_one_step_or_nobody_is(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db =>
            db.Enrolments.Where(e => e.PersonId == cast.Bilal.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Places, 2))
        );
        var before = await Fingerprint.Of(world);

        // Bilal has Nida and one place left.
        Assert.Equal(
            "move.full",
            (await Leave(world, cast.Sara, cast.Huda.Id, (cast.SaraOmar, cast.Bilal), (cast.SaraAmal, cast.Bilal)))?.Key
        );
        Assert.Equal("leave.someone-new", (await Leave(world, cast.Sara, cast.Huda.Id, (cast.SaraOmar, cast.Bilal)))?.Key);
        Assert.Equal("ending.no-reason", (await Leave(world, cast.Sara, cast.Huda.Id, " "))?.Key);
        Assert.Equal("leave.mentor", (await Leave(world, cast.Sara, cast.Sara.Id, (cast.SaraOmar, null), (cast.SaraAmal, null)))?.Key);
        Assert.Equal(
            "move.no-mentor",
            (await Leave(world, cast.Sara, cast.Huda.Id, (cast.SaraOmar, cast.Zara), (cast.SaraAmal, null)))?.Key
        );
        Assert.Equal(
            "leave.gone",
            (
                await world.Use<LeaveProgramme, Refusal?>(l =>
                    l.Run(new(Guid.NewGuid()), new Dictionary<MentorshipId, PersonId?>(), "Why", cast.Huda.Id, default)
                )
            )?.Key
        );
        Assert.Equal(before, await Fingerprint.Of(world));

        Assert.Null(await Leave(world, cast.Sara, cast.Huda.Id, (cast.SaraOmar, cast.Bilal), (cast.SaraAmal, null)));

        var standing = await world.Ask(db => db.Mentorships.Where(m => m.EndedAt == null).ToListAsync());
        Assert.Equal(
            new[] { (cast.Bilal.Id, cast.Nida.Id), (cast.Bilal.Id, cast.Omar.Id) }.ToHashSet(),
            [.. standing.Select(m => (m.MentorId, m.MenteeId))]
        );
        Assert.Equal([cast.Omar.Id], await Told(world, "began.mentee"));
        Assert.Equal([cast.Bilal.Id], await Told(world, "began.mentor"));
        Assert.Equal([cast.Amal.Id], await Told(world, "ended"));
        Assert.Equal([cast.Sara.Id], await Told(world, "left"));
    }

    [Theory, OnBoth]
    public async Task A_coordinator_has_no_say_about_a_pair_of_their_own(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var own = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Bilal.Id, cast.Huda.Id, [], null, world.Clock.Now);
        await world.Put(own, cast.Enrols(cast.Huda, ProgrammeRole.Mentee));

        Assert.Equal("ending.own", (await Leave(world, cast.Bilal, cast.Huda.Id, (cast.BilalNida, null), (own, null)))?.Key);
        // As a mentee she may leave as everyone may.
        Assert.Null(await Leave(world, cast.Huda, cast.Huda.Id));
        Assert.Equal([cast.Bilal.Id], await Told(world, "ended"));
    }

    [Theory, OnBoth]
    public async Task A_mentor_who_takes_several_at_once_is_told_once_with_all_their_names(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Null(await Leave(world, cast.Sara, cast.Huda.Id, (cast.SaraOmar, cast.Bilal), (cast.SaraAmal, cast.Bilal)));

        var told = await world.Ask(db => db.Notices.SingleAsync(n => n.Kind == "began.mentor"));
        Assert.Equal(("Amal, Omar", "2", "/"), ($"{told.Values[0]}", $"{told.Values[2]}", told.Path));
    }

    private static Task<Enrolment> Part(World world, Person person) =>
        world.Ask(db => db.Enrolments.AsNoTracking().SingleAsync(e => e.PersonId == person.Id));

    private static async Task<List<PersonId>> Told(World world, string kind) =>
        await world.Ask(db => db.Notices.Where(n => n.Kind == kind).Select(n => n.PersonId).ToListAsync());

    private static Task<Refusal?> Leave(World world, Person who, PersonId by, params (Mentorship Pair, Person? To)[] goTo) =>
        Leave(world, who, by, "Why", goTo);

    private static async Task<Refusal?> Leave(
        World world,
        Person who,
        PersonId by,
        string reason,
        params (Mentorship Pair, Person? To)[] goTo
    )
    {
        var part = await Part(world, who);
        return await world.Use<LeaveProgramme, Refusal?>(l =>
            l.Run(part.Id, goTo.ToDictionary(g => g.Pair.Id, g => g.To?.Id), reason, by, default)
        );
    }
}

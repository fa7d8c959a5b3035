using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Ending;

public sealed class EndMentorshipTests
{
    [Theory, OnBoth]
    public async Task Both_are_told_of_the_end_in_neutral_words_and_what_was_asked_is_settled(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var (pair, by) in new[] { (cast.SaraOmar, cast.Omar), (cast.BilalNida, cast.Nida) })
            Assert.Null(await world.Use<AskForChange, Refusal?>(ask => ask.Run(pair.Id, "A quieter hour", by.Id, default)));
        world.Clock.Pass(Duration.FromHours(1));

        Assert.Null(await End(world, cast.SaraOmar, "He cheated"));

        var ended = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.Id == cast.SaraOmar.Id));
        Assert.Equal((HowEnded.Ended, world.Clock.Now), (ended.Ending, ended.EndedAt));
        var told = await Told(world, "ended");
        Assert.Equal(
            [(cast.Omar.Id, "Sara"), (cast.Sara.Id, "Omar")],
            told.Select(n => (n.PersonId, n.Values[0].ToString())).OrderBy(n => n.Item2 == "Omar")
        );
        Assert.All(told, n => Assert.Equal(("/", world.Clock.Now), (n.Path, n.NotBefore)));
        Assert.DoesNotContain(
            await world.Ask(db => db.Notices.ToListAsync()),
            n => n.Values.Any(v => v.Texts.Values.Contains("He cheated"))
        );
        var asked = await world.Ask(db => db.ChangeRequests.ToDictionaryAsync(c => c.MentorshipId, c => c.SettledAt));
        Assert.Equal((world.Clock.Now, null), (asked[cast.SaraOmar.Id], asked[cast.BilalNida.Id]));
        Assert.Equal(2, await world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)));
    }

    [Theory, OnBoth]
    public async Task Without_a_reason_for_a_pair_of_ones_own_or_once_more_nothing_ends(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var asMentor = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Huda.Id, cast.Zara.Id, [], null, world.Clock.Now);
        var asMentee = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Sara.Id, cast.Huda.Id, [], null, world.Clock.Now);
        await world.Put(asMentor, asMentee);
        var before = await Fingerprint.Of(world);

        Assert.Equal("ending.no-reason", (await End(world, cast.SaraOmar, null))?.Key);
        Assert.Equal("ending.no-reason", (await End(world, cast.SaraOmar, "  "))?.Key);
        Assert.Equal("ending.own", (await End(world, asMentor, "Why"))?.Key);
        Assert.Equal("ending.own", (await End(world, asMentee, "Why"))?.Key);
        Assert.Equal(
            "mentorship.has-ended",
            (await world.Use<EndMentorship, Refusal?>(end => end.Run(new(Guid.NewGuid()), null, "Why", cast.Huda.Id, default)))?.Key
        );
        Assert.Equal(before, await Fingerprint.Of(world));

        Assert.Null(await End(world, cast.SaraOmar, "Why"));
        before = await Fingerprint.Of(world);
        Assert.Equal("mentorship.has-ended", (await End(world, cast.SaraOmar, "Why"))?.Key);
        Assert.Equal("mentorship.has-ended", (await Move(world, cast.SaraOmar, cast.Bilal))?.Key);
        Assert.Equal(before, await Fingerprint.Of(world));
    }

    [Theory, OnBoth]
    public async Task What_a_round_published_is_neither_ended_nor_moved_within_its_ten_minutes(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var published = new Mentorship(
            cast.Programme.Id,
            cast.Cohort.Id,
            cast.Sara.Id,
            cast.Zara.Id,
            [],
            Guid.CreateVersion7(),
            world.Clock.Now
        );
        await world.Put(published);
        world.Clock.Pass(Duration.FromMinutes(10) - Duration.FromSeconds(1));
        var before = await Fingerprint.Of(world);

        Assert.Equal("ending.too-early", (await End(world, published, "Why"))?.Key);
        Assert.Equal("ending.too-early", (await Move(world, published, cast.Bilal))?.Key);
        Assert.Equal(before, await Fingerprint.Of(world));

        world.Clock.Pass(Duration.FromSeconds(1));
        Assert.Null(await Move(world, published, cast.Bilal));
        // What began by a move can be ended at once: nobody takes that back.
        var moved = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.MenteeId == cast.Zara.Id && m.EndedAt == null));
        Assert.Null(await End(world, moved, "Why"));
    }

    [Theory, OnBoth]
    public async Task A_mentee_who_moves_begins_anew_with_the_other_mentor_and_three_are_told(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        Assert.Null(await world.Use<AcceptRules, Refusal?>(accept => accept.Run(cast.BilalNida.Id, 1, cast.Bilal.Id, default)));
        await world.Ask(db => db.Notices.ExecuteDeleteAsync());
        world.Clock.Pass(Duration.FromHours(1));

        Assert.Null(await Move(world, cast.SaraOmar, cast.Bilal));

        Assert.Equal(
            HowEnded.Moved,
            await world.Ask(db => db.Mentorships.Where(m => m.Id == cast.SaraOmar.Id).Select(m => m.Ending).SingleAsync())
        );
        var begun = await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.MenteeId == cast.Omar.Id && m.EndedAt == null));
        Assert.Equal(
            (cast.Bilal.Id, cast.Cohort.Id, cast.Programme.Id, cast.Huda.Id),
            (begun.MentorId, begun.CohortId, begun.ProgrammeId, begun.FacilitatorId!.Value)
        );
        Assert.Equal((ReasonKind.Chosen, world.Clock.Now, null), (Assert.Single(begun.Why).Kind, begun.BeganAt, begun.Round));
        // Both had accepted the rules before, so they may begin at once.
        Assert.Equal((1, 1, world.Clock.Now), (begun.MentorAccepted, begun.MenteeAccepted, begun.BothAcceptedAt));
        Assert.Equal("Omar", Assert.Single(await Told(world, "ended"), n => n.PersonId == cast.Sara.Id).Values[0].ToString());
        var (mentee, mentor) = (Assert.Single(await Told(world, "began.mentee")), Assert.Single(await Told(world, "began.mentor")));
        Assert.Equal((cast.Omar.Id, "Bilal", "Hamqadam"), (mentee.PersonId, $"{mentee.Values[0]}", $"{mentee.Values[1]}"));
        Assert.Equal((cast.Bilal.Id, "Omar", "1"), (mentor.PersonId, $"{mentor.Values[0]}", $"{mentor.Values[2]}"));
        Assert.All([mentee, mentor], n => Assert.Equal(($"/mentorships/{begun.Id.Value}", world.Clock.Now), (n.Path, n.NotBefore)));
        Assert.Equal(3, await world.Ask(db => db.Notices.CountAsync()));
    }

    private static Task<Refusal?> End(World world, Mentorship pair, string? reason) => Run(world, pair, null, reason);

    private static Task<Refusal?> Move(World world, Mentorship pair, Person to) => Run(world, pair, to, "A better hour");

    private static async Task<Refusal?> Run(World world, Mentorship pair, Person? to, string? reason)
    {
        var huda = await world.Ask(db => db.People.Where(p => p.Name == "Huda").Select(p => p.Id).SingleAsync());
        return await world.Use<EndMentorship, Refusal?>(end => end.Run(pair.Id, to?.Id, reason, huda, default));
    }

    private static Task<List<Notice>> Told(World world, string kind) =>
        world.Ask(db => db.Notices.AsNoTracking().Where(n => n.Kind == kind).ToListAsync());
}

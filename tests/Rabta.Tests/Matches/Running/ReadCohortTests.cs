using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Running;

public sealed class ReadCohortTests
{
    [Theory, OnBoth]
    public async Task Only_who_was_left_by_the_last_published_round_comes_first_now(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (first, last, review) = (Round(1), Round(2), Round(3));
        foreach (var (round, day) in new[] { (last, 20), (first, 10) })
        {
            Assert.Null(round.MayPublish());
            round.Publish(world.Clock.Now + Duration.FromDays(day), byMail: false, cast.Huda.Id);
        }
        await world.Put(first, last, review, Left(first, cast.Zara), Left(last, cast.Nida), Left(review, cast.Amal));

        var rows = await world.Use<ReadCohort, CohortRows>(r => r.Run(cast.Cohort.Id, default));

        Assert.Equal([cast.Nida.Id], rows.LastUnmatched);

        Round Round(int seed)
        {
            var round = new Round(cast.Programme.Id, cast.Cohort.Id, seed, world.Clock.Now);
            round.Solved(0, [], 0, world.Clock.Now);
            return round;
        }

        static RoundUnmatched Left(Round round, Rabta.People.Person mentee) =>
            new()
            {
                RoundId = round.Id,
                MenteeId = mentee.Id,
                Reason = "all-full",
            };
    }

    [Theory, OnBoth]
    public async Task A_round_leaves_out_who_is_away_or_left_and_gives_nobody_to_a_mentor_who_takes_no_new_mentee(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await Change(e => e.PersonId == cast.Bilal.Id, e => e.TakesNoNew = true);

        // Only Sara takes somebody new.
        Assert.Equal(cast.Sara.Id, (await world.PairOf((await world.Match(cast)).Id, cast.Zara))?.MentorId);
        await Away(cast.Sara);
        var round = (await world.Match(cast)).Id;
        Assert.Null(await world.PairOf(round, cast.Zara));
        Assert.Equal(cast.Zara.Id, (await world.Ask(db => db.RoundUnmatched.SingleAsync(u => u.RoundId == round))).MenteeId);
        await Change(e => e.PersonId == cast.Bilal.Id, e => e.TakesNoNew = false);
        Assert.Equal(cast.Bilal.Id, (await world.PairOf((await world.Match(cast)).Id, cast.Zara))?.MentorId);
        await Away(cast.Zara);
        round = (await world.Match(cast)).Id;
        Assert.Empty(await world.Pairs(round));
        Assert.Empty(await world.Ask(db => db.RoundUnmatched.Where(u => u.RoundId == round).ToListAsync()));
        // The pairs of those who are away stay.
        Assert.Equal(3, await world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)));

        Task<int> Change(System.Linq.Expressions.Expression<Func<Enrolment, bool>> whose, Action<Enrolment> change) =>
            world.Ask(async db =>
            {
                change(await db.Enrolments.SingleAsync(whose));
                return await db.SaveChangesAsync();
            });

        Task<int> Away(Rabta.People.Person person) =>
            world.Ask(db =>
                db.People.Where(p => p.Id == person.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(p => p.AwayUntil, world.Clock.Now + Duration.FromDays(3)))
            );
    }

    [Theory, OnBoth]
    public async Task Mentees_elsewhere_take_up_places_and_never_those_of_mentees_here(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var next = new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027);
        var (iqra, asad) = (new Rabta.People.Person("Iqra", null), new Rabta.People.Person("Asad", null));
        await world.Put(next, iqra, asad);
        foreach (var mentee in new[] { iqra, asad })
            await world.Put(
                new Rabta.Mentorships.Mentorship(cast.Programme.Id, next.Id, cast.Bilal.Id, mentee.Id, [], null, world.Clock.Now)
            );
        await world.SetPlaces(cast.Sara, 2);
        await world.SetPlaces(cast.Bilal, 3);

        // Bilal has Nida here and two elsewhere; Sara has two here.
        Assert.Null(await world.PairOf((await world.Match(cast)).Id, cast.Zara));
        await world.SetPlaces(cast.Bilal, 4);
        Assert.Equal(cast.Bilal.Id, (await world.PairOf((await world.Match(cast)).Id, cast.Zara))?.MentorId);
        // Fewer places than mentees in all: Nida keeps hers.
        await world.SetPlaces(cast.Bilal, 1);
        Assert.Null((await world.Match(cast)).Refusal);
    }
}

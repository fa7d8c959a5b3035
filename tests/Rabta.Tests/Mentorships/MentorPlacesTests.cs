using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships;

public sealed class MentorPlacesTests
{
    [Theory, OnBoth]
    public async Task A_place_is_free_while_nobody_stands_on_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (next, own) = (new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027), new Rabta.People.Person("Iqra", null));
        await world.Put(next, own, cast.Enrols(own, ProgrammeRole.Mentor, 0));
        await world.Put(
            new Enrolment
            {
                CohortId = next.Id,
                PersonId = cast.Sara.Id,
                Role = ProgrammeRole.Mentor,
                Places = 9,
            }
        );
        await world.SetPlaces(cast.Bilal, 1);
        await world.Put(
            new Rabta.Mentorships.Mentorship(cast.Programme.Id, next.Id, cast.Bilal.Id, cast.Zara.Id, [], null, world.Clock.Now)
        );
        PersonId[] asked = [cast.Sara.Id, cast.Bilal.Id, own.Id, cast.Omar.Id];

        // Sara has the programme's four and two mentees; Omar is no mentor; Bilal's mentee in another cohort takes up a place, too.
        var free = await Count(cast.Cohort.Id);
        Assert.Equal((2, 0, 0, 3), (free[cast.Sara.Id], free[cast.Bilal.Id], free[own.Id], free.Count));
        Assert.Equal(7, Assert.Single(await Count(next.Id)).Value);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.BilalNida.Id, null, "Why", cast.Huda.Id, default));
        Assert.Equal(0, (await Count(cast.Cohort.Id))[cast.Bilal.Id]);
        await world.SetPlaces(cast.Bilal, 2);
        Assert.Equal(1, (await Count(cast.Cohort.Id))[cast.Bilal.Id]);

        Task<Dictionary<PersonId, int>> Count(CohortId cohort) =>
            world.Ask(db =>
                db.PlacesIn(cohort, world.Clock.Now).Where(p => asked.Contains(p.Mentor)).ToDictionaryAsync(p => p.Mentor, p => p.Free)
            );
    }

    [Theory, OnBoth]
    public async Task A_mentor_who_is_away_takes_nobody_new_or_has_left_has_no_free_place(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var now = world.Clock.Now;
        Task<int> Change(Person mentor, Action<Enrolment> change) =>
            world.Ask(async db =>
            {
                change(await db.Enrolments.SingleAsync(e => e.PersonId == mentor.Id));
                return await db.SaveChangesAsync();
            });

        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Sara.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.AwayUntil, now + Duration.FromDays(3)))
        );
        await Change(cast.Bilal, e => e.TakesNoNew = true);

        Assert.Equal(new[] { 0, 0 }, await Free(now));
        Assert.Equal(new[] { 0, 2 }, await Free(now + Duration.FromDays(3)));
        await Change(cast.Bilal, e => e.TakesNoNew = false);
        Assert.Equal(new[] { 0, 3 }, await Free(now));
        await Change(cast.Bilal, e => e.Leave(now));
        Assert.Equal(new[] { 0 }, await Free(now));

        async Task<int[]> Free(Instant at) =>
            [.. (await world.Ask(db => db.PlacesIn(cast.Cohort.Id, at).ToListAsync())).Select(p => p.Free).Order()];
    }
}

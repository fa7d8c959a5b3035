using Microsoft.EntityFrameworkCore;
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

        // Sara has the programme's four and two mentees; Omar is no mentor; what stands in another cohort counts there.
        var free = await Count(cast.Cohort.Id);
        Assert.Equal((2, 0, 0, 3), (free[cast.Sara.Id], free[cast.Bilal.Id], free[own.Id], free.Count));
        Assert.Equal(9, Assert.Single(await Count(next.Id)).Value);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.BilalNida.Id, null, "Why", cast.Huda.Id, default));
        Assert.Equal(1, (await Count(cast.Cohort.Id))[cast.Bilal.Id]);

        Task<Dictionary<PersonId, int>> Count(CohortId cohort) =>
            world.Ask(db => db.PlacesIn(cohort).Where(p => asked.Contains(p.Mentor)).ToDictionaryAsync(p => p.Mentor, p => p.Free));
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Programmes.Enrolling;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Enrolling;

public sealed class EnrolTests
{
    [Theory, OnBoth]
    public async Task A_person_has_each_part_of_a_cohort_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        await Enrol(world, "Hamqadam", cast.Zara, ProgrammeRole.Mentee);
        Assert.Equal([(cast.Cohort.Id, ProgrammeRole.Mentee)], await Parts(world, cast.Zara));
        await Enrol(world, "Hamqadam", cast.Zara, ProgrammeRole.Mentor);
        await Enrol(world, "Hamqadam", cast.Zara, ProgrammeRole.Mentor);

        Assert.Equal([(cast.Cohort.Id, ProgrammeRole.Mentor), (cast.Cohort.Id, ProgrammeRole.Mentee)], await Parts(world, cast.Zara));
    }

    [Theory, OnBoth]
    public async Task A_new_cohort_asks_everyone_anew(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var next = new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027);
        await world.Put(next);

        await Enrol(world, "Hamqadam", cast.Zara, ProgrammeRole.Mentee);

        Assert.Equal(new[] { cast.Cohort.Id, next.Id }.ToHashSet(), (await Parts(world, cast.Zara)).Select(p => p.Item1).ToHashSet());
    }

    private static Task<bool> Enrol(World world, string programme, Person person, ProgrammeRole role) =>
        world.Use<Enrol, bool>(async enrol =>
        {
            await enrol.Run(programme, person.Id, role, default);
            return true;
        });

    private static async Task<List<(CohortId, ProgrammeRole)>> Parts(World world, Person person) =>
        [
            .. (await world.Ask(db => db.Enrolments.Where(e => e.PersonId == person.Id).ToListAsync()))
                .Select(e => (e.CohortId, e.Role))
                .OrderBy(e => e.Role),
        ];
}

using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Running;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Running;

public sealed class BuildRoundReportTests
{
    [Theory, OnBoth]
    public async Task A_report_names_the_pairs_and_those_without_a_mentor_of_its_own_round(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.SetPlaces(cast.Bilal, 1);
        await world.SetPlaces(cast.Sara, 2);
        var (next, yusra) = (new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027), new Person("Yusra", "yusra@college.test"));
        var asma = new Person("Asma", "asma@college.test");
        await world.Put(next, yusra, asma, cast.Enrols(asma, ProgrammeRole.Mentee));
        await world.Put(
            new Enrolment
            {
                CohortId = next.Id,
                PersonId = yusra.Id,
                Role = ProgrammeRole.Mentee,
            }
        );
        await world.Use<RunRound, Ran>(r => r.Run(next.Id, null, cast.Huda.Id, default));
        // Her pair stands, though she is in no list of this year.
        await world.Ask(db => db.Enrolments.Where(e => e.PersonId == cast.Nida.Id || e.PersonId == cast.Bilal.Id).ExecuteDeleteAsync());
        var ran = await world.Match(cast);

        var report = await world.Use<BuildRoundReport, Result>(build => build.Run(cast.Cohort.Id, ran, default));

        Assert.Equal(["asma@college.test", "zara@college.test"], report.Unmatched.Select(u => u.Mentee));
        Assert.Equal(
            [
                ("amal@college.test", "sara@college.test"),
                ("nida@college.test", "bilal@college.test"),
                ("omar@college.test", "sara@college.test"),
            ],
            report.Pairs.Select(p => (p.Mentee, p.Mentor))
        );
        Assert.Equal((0, true), (report.New, report.Checker.Ok));
        Assert.Equal(next.Id, await world.Use<BuildRoundReport, CohortId?>(build => build.Cohort(" hamqadam ", default)));
        Assert.Null(await world.Use<BuildRoundReport, CohortId?>(build => build.Cohort("Hamq", default)));
    }
}

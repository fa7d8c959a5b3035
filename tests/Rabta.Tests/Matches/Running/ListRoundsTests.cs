using NodaTime;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Running;

public sealed class ListRoundsTests
{
    [Theory, OnBoth]
    public async Task Newest_years_and_runs_stand_first_and_each_cohort_has_its_own_numbers(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutRequests(cast);
        var (next, last) = (
            new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027),
            new Cohort(cast.Programme.Id, Both.Of("2025–26"), 2025)
        );
        var tahira = new Person("Tahira", "tahira@college.test");
        await world.Put(next, last, tahira);
        await world.Put(
            new Enrolment
            {
                CohortId = next.Id,
                PersonId = tahira.Id,
                Role = ProgrammeRole.Mentor,
            }
        );
        var (older, newer) = (
            new Round(cast.Programme.Id, cast.Cohort.Id, 1, world.Clock.Now),
            new Round(cast.Programme.Id, cast.Cohort.Id, 2, world.Clock.Now + Duration.FromDays(1))
        );
        older.Solved(0, [], 0, world.Clock.Now);
        older.Publish(world.Clock.Now, byMail: true, cast.Huda.Id);
        await world.Put(newer, older);

        var seen = await world.Use<ListRounds, IReadOnlyList<CohortRounds>>(list => list.Run(default));

        Assert.Equal([next.Id, cast.Cohort.Id, last.Id], seen.Select(c => c.Cohort.Id));
        Assert.Equal([(1, 0, 0), (2, 4, 1), (0, 0, 0)], seen.Select(c => (c.Mentors, c.Mentees, c.Asked)));
        Assert.Equal([newer.Id, older.Id], seen[1].Rounds.Select(r => r.Round.Id));
        Assert.Equal(newer.Id, seen[1].Open!.Round.Id);
        Assert.Null(seen[0].Open);
    }
}

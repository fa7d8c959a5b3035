using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Arranging;

public sealed class OpenProgrammeTests
{
    [Theory, OnBoth]
    public async Task A_programme_is_found_by_its_name_in_either_language_whatever_its_case(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        foreach (var name in new[] { "Hamqadam", " HAMQADAM ", "ہم قدم" })
            Assert.Equal((cast.Programme.Id, cast.Cohort.Id), await Open(world, name));

        Assert.Equal((1, 1), (await world.Ask(db => db.Programmes.CountAsync()), await world.Ask(db => db.Cohorts.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task A_new_one_begins_with_rules_a_purpose_and_a_cohort_of_this_year(Engine on)
    {
        await using var world = await World.On(on);

        var (id, _) = await Open(world, " Rahnuma ");

        var programme = await world.Ask(db => db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id));
        Assert.Equal((Both.Of("Rahnuma"), Both.Usual.Purpose, Both.Usual.IsNot), (programme.Name, programme.Purpose, programme.IsNot));
        var rules = await world.Ask(db => db.GroundRules.SingleAsync(r => r.ProgrammeId == id));
        Assert.Equal((1, Both.Usual.Rules, world.Clock.Now), (rules.Version, rules.Rules, rules.From));
        var cohort = await world.Ask(db => db.Cohorts.SingleAsync(c => c.ProgrammeId == id));
        Assert.Equal(("2026–27", 2026), (cohort.Name.ToString(), cohort.AcademicYear));
    }

    [Theory, OnBoth]
    public async Task The_year_begins_with_August_where_the_institution_is(Engine on)
    {
        await using var world = await World.On(on);
        // Five hours ahead of UTC: here August has begun, there it has not.
        world.Clock.Now = Instant.FromUtc(2026, 7, 31, 18, 59);
        await Open(world, "July");
        world.Clock.Now = Instant.FromUtc(2026, 7, 31, 19, 0);
        await Open(world, "August");

        Assert.Equal(["2025–26", "2026–27"], (await world.Ask(db => db.Cohorts.ToListAsync())).Select(c => c.Name.ToString()).Order());
    }

    [Theory, OnBoth]
    public async Task Of_several_cohorts_the_newest_is_meant(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (newer, older) = (
            new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027),
            new Cohort(cast.Programme.Id, Both.Of("2025–26"), 2025)
        );
        await world.Put(newer, older);

        Assert.Equal((cast.Programme.Id, newer.Id), await Open(world, "Hamqadam"));
    }

    // It is part of another write: whoever opens a programme does more.
    private static Task<(ProgrammeId, CohortId)> Open(World world, string name) =>
        world.Use<IServiceProvider, (ProgrammeId, CohortId)>(async get =>
        {
            await using var write = await get.GetRequiredService<RabtaDb>().BeginWrite(JournalKinds.ProgrammeOpened, default);
            var (programme, cohort) = await get.GetRequiredService<OpenProgramme>().Run(name, null, default);
            await write.Commit(default);
            return (programme.Id, cohort.Id);
        });
}

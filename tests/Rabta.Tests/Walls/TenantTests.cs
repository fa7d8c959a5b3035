using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

public sealed class TenantTests
{
    [Theory, OnBoth]
    public async Task The_same_address_lives_in_two_institutions_as_two_people(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);

        Assert.Equal(colleges.First.Omar.Address, colleges.Second.Omar.Address);
        Assert.Equal(
            colleges.First.Omar.Id,
            await colleges.World.Ask(db =>
                db.People.Where(p => p.AddressKey == colleges.First.Omar.AddressKey).Select(p => p.Id).SingleAsync()
            )
        );
    }

    [Theory, OnBoth]
    public async Task Nothing_of_the_other_institution_shows_on_any_page(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);
        var theirs = new[]
        {
            colleges.Second.Omar.Id.Value,
            colleges.Second.SaraOmar.Id.Value,
            colleges.Second.Programme.Id.Value,
            colleges.Second.BilalNida.Id.Value,
            colleges.Second.Goal.Value,
            colleges.Second.Suggestion.Value,
        };
        foreach (var role in new[] { "mentee", "mentor", "coordinator" })
        {
            using var phone = await colleges.As(role);
            var pages = await Crawl.From(phone);
            Assert.True(pages.Count > 3);
            Assert.DoesNotContain(pages, p => theirs.Any(id => p.Html.Contains(id.ToString(), StringComparison.Ordinal)));
        }
    }

    [Theory, OnBoth]
    public async Task A_session_of_one_institution_opens_nothing_in_the_other(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);
        using var omar = await colleges.As("mentee");
        colleges.World.Institution = colleges.SecondCollege;
        using var stolen = colleges.World.Visit();
        foreach (var (name, value) in omar.Cookies)
            stolen.Cookies[name] = value;

        var page = await stolen.Open("/me", follow: false);

        Assert.Equal(HttpStatusCode.Found, page.Status);
    }

    [Theory, OnBoth]
    public async Task A_row_of_another_institution_is_neither_changed_nor_linked(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);
        var foreign = colleges.Second.Omar;

        await Assert.ThrowsAsync<ForeignInstitution>(() =>
            colleges.World.Do(async get =>
            {
                var db = get.GetRequiredService<RabtaDb>();
                db.Attach(foreign).Entity.Phone = "1";
                await db.SaveChangesAsync();
            })
        );
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            colleges.World.Put(
                new Enrolment
                {
                    CohortId = colleges.First.Cohort.Id,
                    PersonId = foreign.Id,
                    Role = ProgrammeRole.Mentee,
                }
            )
        );
    }

    [Theory, OnBoth]
    public async Task What_a_module_hides_can_be_seen_and_the_other_institution_can_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var here = world.Institution;
        world.Institution = await world.Found("Another College", host: "another.test");
        await Cast.In(world, "II");
        world.Institution = here;
        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Omar.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.MergedInto, cast.Zara.Id))
        );

        var (seen, all) = await world.Ask(async db =>
            (await db.People.CountAsync(), await db.People.AlsoHidden(Rabta.People.Person.MergedFilter).CountAsync())
        );

        Assert.Equal((6, 7), (seen, all));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            world.Ask(db => db.People.AlsoHidden(Rabta.Platform.Database.RabtaDb.InstitutionFilter).CountAsync())
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Placing;

public sealed class KeepPlacesTests
{
    [Theory, OnBoth]
    public async Task A_coordinator_sets_and_empties_a_mentors_places_and_reads_how_many_are_taken_everywhere(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var next = new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027);
        await world.Put(next);
        await world.Put(
            new Enrolment
            {
                CohortId = next.Id,
                PersonId = cast.Sara.Id,
                Role = ProgrammeRole.Mentor,
            }
        );
        await world.Put(new Mentorship(cast.Programme.Id, next.Id, cast.Sara.Id, cast.Zara.Id, [], null, world.Clock.Now));
        using var huda = await world.SignIn(cast.Huda);
        var part = await world.Ask(db => db.Enrolments.SingleAsync(e => e.PersonId == cast.Sara.Id && e.CohortId == cast.Cohort.Id));
        var field = Rabta.Mentorships.Placing.KeepPlaces.FieldOf(part.Id);
        var page = await huda.Open($"/people/{cast.Sara.Id.Value}/correct");
        Assert.Contains("Mentees now: 2 here, 3 in all programmes.", page.Text, StringComparison.Ordinal);

        await huda.Send(page, "correct", (field, "7"));
        Assert.Equal(7, await Places());
        var wrong = await huda.Send(await huda.Open(page.Path), "correct", (field, "51"), ("name", "Sarah"));
        Assert.Contains("Places are a whole number from 0 to 50.", wrong.Wrong);
        Assert.Equal("51", wrong.Page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
        Assert.Equal((7, "Sara"), (await Places(), await Name()));
        await huda.Send(await huda.Open(page.Path), "correct", (field, ""));
        Assert.Null(await Places());

        Assert.Equal(
            [("", "7"), ("7", "")],
            (await world.Journal()).Where(l => l.What == "places.set").Select(l => (l.Before ?? "", l.After ?? ""))
        );

        Task<int?> Places() => world.Ask(db => db.Enrolments.Where(e => e.Id == part.Id).Select(e => e.Places).SingleAsync());

        Task<string> Name() => world.Ask(db => db.People.Where(p => p.Id == cast.Sara.Id).Select(p => p.Name).SingleAsync());
    }

    [Theory, OnBoth]
    public async Task Places_that_a_colleague_set_meanwhile_are_not_overwritten_and_another_persons_are_not_touched(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var parts = await world.Ask(db => db.Enrolments.Where(e => e.Role == ProgrammeRole.Mentor).ToDictionaryAsync(e => e.PersonId));
        var (sara, bilal) = (parts[cast.Sara.Id], parts[cast.Bilal.Id]);
        var path = $"/people/{cast.Sara.Id.Value}/correct";
        var page = await huda.Open(path);
        await world.SetPlaces(cast.Sara, 9);

        var told = await huda.Send(page, "correct", (Rabta.Mentorships.Placing.KeepPlaces.FieldOf(sara.Id), "2"));
        await huda.Send(await huda.Open(path), "correct", (Rabta.Mentorships.Placing.KeepPlaces.FieldOf(bilal.Id), "2"));

        Assert.Contains("A colleague changed these places a moment ago. Look at them again, then save.", told.Wrong);
        Assert.Equal(9, await world.Ask(db => db.Enrolments.Where(e => e.Id == sara.Id).Select(e => e.Places).SingleAsync()));
        Assert.Equal(bilal.Places, await world.Ask(db => db.Enrolments.Where(e => e.Id == bilal.Id).Select(e => e.Places).SingleAsync()));
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Programmes;
using Rabta.Programmes.Enrolling;
using Rabta.Tests.Faults;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Enrolling;

public sealed class PersonAddCommandTests
{
    private readonly PersonAddCommand _command = new(Composition.Languages);

    [Theory, OnBoth]
    public async Task On_an_empty_database_the_first_coordinator_comes_in_by_the_link(Engine on)
    {
        await using var place = await Place.Empty(on);

        var (code, output) = await place.Run(
            _command,
            ["person", "add", "--name", "Huda", "--address", "huda@college.test", "--role", "coordinator", "--institution", "A college"]
        );

        Assert.Equal(0, code);
        Assert.Matches("^http://rabta[.]test/in/[A-Za-z0-9_-]+$", output.Trim());
        Assert.Equal("""{"en":"A college"}""", await place.Value("SELECT \"Name\" FROM institutions"));
        Assert.Equal((1, 1, 0), (await place.Count("people"), await place.Count("sign_in_links"), await place.Count("enrolments")));
    }

    [Theory]
    [InlineData("mentor", ProgrammeRole.Mentor)]
    [InlineData("mentee", ProgrammeRole.Mentee)]
    public async Task A_mentor_and_a_mentee_have_their_part_in_the_programme(string role, ProgrammeRole part)
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);

        var (code, _) = await Add(world, "Kiran", "kiran@college.test", "--role", role, "--programme", "Hamqadam");

        Assert.Equal(0, code);
        var kiran = await world.Ask(db => db.People.SingleAsync(p => p.Name == "Kiran"));
        Assert.Equal(Duties.None, kiran.Duties);
        var enrolled = await world.Ask(db => db.Enrolments.SingleAsync(e => e.PersonId == kiran.Id));
        Assert.Equal((cast.Cohort.Id, part), (enrolled.CohortId, enrolled.Role));
    }

    [Fact]
    public async Task A_coordinator_has_no_part_and_an_address_that_is_none_is_refused()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);

        Assert.Equal(0, (await Add(world, "Kiran", "kiran@college.test", "--role", "coordinator", "--programme", "Hamqadam")).Code);
        Assert.Equal(1, (await Add(world, "Kiran", "kiran", "--role", "mentor", "--programme", "Hamqadam")).Code);

        var kiran = await world.Ask(db => db.People.SingleAsync(p => p.Name == "Kiran"));
        Assert.Equal(Duties.Coordinator, kiran.Duties);
        Assert.False(await world.Ask(db => db.Enrolments.AnyAsync(e => e.PersonId == kiran.Id)));
    }

    private Task<(int Code, string Out)> Add(World world, string name, string address, params string[] more) =>
        Place.Run(world.Settings, _command, ["person", "add", "--name", name, "--address", address, .. more]);
}

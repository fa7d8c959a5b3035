using System.Reflection;
using Rabta.People;
using Rabta.People.Noting;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Modules;

public sealed class PeopleWalled : WalledModule
{
    public override IEnumerable<(string Canary, PropertyInfo Field)> Canaries =>
        [
            In<Person>("CanaryName", p => p.Name),
            In<Person>("CanaryUrdu", p => p.Names),
            In<Person>("canaryaddress", p => p.Address),
            In<Person>("CanaryNumber", p => p.Number),
            In<Person>("CanaryPhone", p => p.Phone),
            In<Person>("CanaryAbout", p => p.About),
            In<Person>("CanaryHopes", p => p.Hopes),
            In<Person>("CanaryListed", p => p.ListedName),
            In<StaffNote>("CanaryNote", n => n.Text),
        ];

    public override Task Fill(RabtaDb db, World world, Cast cast, Person omar)
    {
        (omar.Name, omar.Names, omar.Number, omar.Phone, omar.About, omar.Hopes) = (
            "CanaryName",
            Both.Urdu("CanaryUrdu"),
            "CanaryNumber",
            "CanaryPhone",
            "CanaryAbout",
            "CanaryHopes"
        );
        omar.ListedName = "CanaryListed";
        omar.MoveTo("canaryaddress@college.test");
        db.Add(
            new StaffNote
            {
                PersonId = omar.Id,
                Text = "CanaryNote",
                By = cast.Huda.Id,
                At = world.Clock.Now,
            }
        );
        return Task.CompletedTask;
    }
}

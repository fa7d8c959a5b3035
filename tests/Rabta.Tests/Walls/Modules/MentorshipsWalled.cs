using System.Reflection;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Modules;

public sealed class MentorshipsWalled : WalledModule
{
    public override IEnumerable<(string Canary, PropertyInfo Field)> Canaries => [In<ChangeRequest>("CanaryReason", r => r.Reason)];

    public override Task Fill(RabtaDb db, World world, Cast cast, Person omar)
    {
        db.Add(
            new ChangeRequest
            {
                MentorshipId = cast.SaraOmar.Id,
                By = omar.Id,
                Reason = "CanaryReason",
                At = world.Clock.Now,
            }
        );
        return Task.CompletedTask;
    }
}

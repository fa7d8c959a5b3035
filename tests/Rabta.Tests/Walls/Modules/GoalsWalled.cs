using System.Reflection;
using Rabta.Goals;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Modules;

public sealed class GoalsWalled : WalledModule
{
    public override IEnumerable<(string Canary, PropertyInfo Field)> Canaries =>
        [
            In<Goal>("CanaryGoal", g => g.Text),
            In<Goal>("CanaryStep", g => g.Steps),
            In<GoalSuggestion>("CanarySuggestion", s => s.Text),
            In<GoalComment>("CanaryComment", c => c.Text),
        ];

    public override Task Fill(RabtaDb db, World world, Cast cast, Person omar)
    {
        var goal = new Goal(new(Ids.Source()), cast.SaraOmar.Id, omar.Id, "CanaryGoal", null, ["CanaryStep"], world.Clock.Now);
        db.AddRange(
            goal,
            new GoalComment
            {
                GoalId = goal.Id,
                By = omar.Id,
                Text = "CanaryComment",
                At = world.Clock.Now,
            },
            new GoalSuggestion(new(Ids.Source()), cast.SaraOmar.Id, cast.Sara.Id, "CanarySuggestion", null, world.Clock.Now)
        );
        return Task.CompletedTask;
    }
}

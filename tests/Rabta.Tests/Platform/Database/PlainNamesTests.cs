using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Database;

/// <summary>Two tables got plainer names; what stood in them stands there still, going up and coming down.</summary>
public sealed class PlainNamesTests
{
    private const string Before = "PairFacts";

    [Theory, OnBoth]
    public async Task Private_preferences_and_attempts_to_sign_in_survive_their_new_names(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(
            new PrivatePreference
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Zara.Id,
                Aspect = Aspect.Talk,
                Strength = Strength.Required,
                LikeMe = true,
                Wanted = ["TEXT"],
            },
            new SignInAttempt
            {
                Tried = "one",
                From = "two",
                At = world.Clock.Now,
            }
        );

        await world.Do(get => ((RabtaDb)get.GetService(typeof(RabtaDb))!).Database.GetService<IMigrator>().MigrateAsync(Before));
        await world.Do(get => get.Migrate(default));

        var kept = await world.Ask(db => db.PrivatePreferences.SingleAsync());
        Assert.Equal((cast.Cohort.Id, cast.Zara.Id), (kept.CohortId, kept.PersonId));
        Assert.Equal((Aspect.Talk, Strength.Required, true, "TEXT"), (kept.Aspect, kept.Strength, kept.LikeMe, Assert.Single(kept.Wanted)));
        var attempt = await world.Ask(db => db.Set<SignInAttempt>().SingleAsync());
        Assert.Equal(("one", "two", world.Clock.Now), (attempt.Tried, attempt.From, attempt.At));
    }
}

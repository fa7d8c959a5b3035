using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.AddedModule;

/// <summary>The walls try the added module as they try those of the product.</summary>
public sealed class ThanksWalled : WalledModule
{
    public override void Add(IServiceCollection services) => services.AddThanks();

    public override IEnumerable<(string Canary, PropertyInfo Field)> Canaries => [In<Thanks>("CanaryThanks", t => t.Text)];

    public override IReadOnlyDictionary<string, (string, string)[]> Recipes { get; } =
        new Dictionary<string, (string, string)[]> { ["thanks"] = [("thanks-for", "the book you lent me")] };

    public override Task Fill(RabtaDb db, World world, Cast cast, Person omar)
    {
        db.Add(Of(world, cast, "CanaryThanks"));
        return Task.CompletedTask;
    }

    public override async Task Put(World world, Cast cast)
    {
        if (await world.Ask(db => Task.FromResult(db.Model.FindEntityType(typeof(Thanks)) is not null)))
            await world.Put(Of(world, cast, "The book you lent me"));
    }

    private static Thanks Of(World world, Cast cast, string text) =>
        new()
        {
            MentorshipId = cast.SaraOmar.Id,
            By = cast.Omar.Id,
            Text = text,
            At = world.Clock.Now,
        };
}

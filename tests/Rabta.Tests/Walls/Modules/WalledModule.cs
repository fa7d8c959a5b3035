using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Modules;

/// <summary>What a module brings to the walls: a canary in each of its texts about Omar, and what makes its forms valid.</summary>
/// <remarks>Every class of this kind is found; a module in the tests brings its own beside its code.</remarks>
public abstract class WalledModule
{
    public static readonly IReadOnlyList<WalledModule> All =
    [
        .. typeof(WalledModule)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(WalledModule)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (WalledModule)Activator.CreateInstance(t)!),
    ];

    /// <summary>Adds a module that the product does not have.</summary>
    public virtual void Add(IServiceCollection services) { }

    /// <summary>A word that stands nowhere else, and the field in which it stands.</summary>
    public virtual IEnumerable<(string Canary, PropertyInfo Field)> Canaries => [];

    /// <summary>By the name of a form: what its fields need. The product's own forms stand in <see cref="OnceTests"/>.</summary>
    public virtual IReadOnlyDictionary<string, (string, string)[]> Recipes => new Dictionary<string, (string, string)[]>();

    /// <summary>Puts the canaries where Omar, a mentee, his mentor Sara and their pair have them. The caller saves.</summary>
    public virtual Task Fill(RabtaDb db, World world, Cast cast, Person omar) => Task.CompletedTask;

    /// <summary>Puts a row into every table of a module that the product does not have.</summary>
    public virtual Task Put(World world, Cast cast) => Task.CompletedTask;

    /// <summary>The cast with all that a page can show, of these modules too.</summary>
    public static async Task<Cast> PutEverything(World world, string mark = "")
    {
        var cast = await world.PutEverything(mark);
        foreach (var module in All)
            await module.Put(world, cast);
        return cast;
    }

    /// <summary>
    /// All of it once more, with other people in another programme of the same institution: a question that forgets whose rows it means
    /// finds theirs too. The new day has begun in Karachi and not in UTC: a day of the wrong zone is another day.
    /// </summary>
    public static async Task PutTwins(World world)
    {
        world.Clock.Pass(NodaTime.Duration.FromMinutes((10 * 60) + 30));
        var now = world.Clock.Now;
        await PutEverything(world, "II");
        world.Clock.Now = now;
    }

    /// <summary>A world with every module that the tests add.</summary>
    public static Task<World> World(Engine on, Action<IServiceCollection>? more = null) =>
        Worlds.World.On(
            on,
            modules: services =>
            {
                foreach (var module in All)
                    module.Add(services);
                more?.Invoke(services);
            }
        );

    protected static (string Canary, PropertyInfo Field) In<T>(string canary, Expression<Func<T, object?>> field) =>
        (canary, (PropertyInfo)((MemberExpression)(field.Body is UnaryExpression { Operand: var inner } ? inner : field.Body)).Member);
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rabta.Platform.Database;

/// <summary>
/// A module that is compiled outside of Rabta, with tables and migrations of its own. The composition registers one; nothing else here
/// changes for it.
/// </summary>
/// <param name="Namespace">Where its mappings, ids and migrations stand in the assembly.</param>
public sealed record ModuleElsewhere(Assembly Assembly, string Namespace)
{
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(t => t.Namespace is { } name && IsWithin(name));

    private bool IsWithin(string name) => name == Namespace || name.StartsWith($"{Namespace}.", StringComparison.Ordinal);
}

/// <summary>Carries the modules into the database context. A context with other modules has another model.</summary>
internal sealed class ModulesElsewhere : IDbContextOptionsExtension
{
    public ModulesElsewhere(IReadOnlyList<ModuleElsewhere> modules) => (Modules, Info) = (modules, new About(this));

    public IReadOnlyList<ModuleElsewhere> Modules { get; }

    public DbContextOptionsExtensionInfo Info { get; }

    public void ApplyServices(IServiceCollection services) => services.AddScoped<IMigrationsAssembly, MigrationsOfModules>();

    public void Validate(IDbContextOptions options) { }

    private sealed class About(ModulesElsewhere extension) : DbContextOptionsExtensionInfo(extension)
    {
        private IReadOnlyList<ModuleElsewhere> Modules => ((ModulesElsewhere)Extension).Modules;

        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => Modules.Aggregate(0, HashCode.Combine);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is About about && about.Modules.SequenceEqual(Modules);

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}

/// <summary>Rabta's own migrations and those of the modules, in the order of their ids.</summary>
internal sealed class MigrationsOfModules(ICurrentDbContext context, IDbContextOptions options) : IMigrationsAssembly
{
    private readonly Type _context = context.Context.GetType();

    public Assembly Assembly => typeof(RabtaDb).Assembly;

    public IReadOnlyDictionary<string, TypeInfo> Migrations =>
        field ??= new SortedDictionary<string, TypeInfo>(
            Assembly
                .GetTypes()
                .Concat(options.FindExtension<ModulesElsewhere>()!.Modules.SelectMany(m => m.Types))
                .Where(t => t.IsSubclassOf(typeof(Migration)) && IsOurs(t))
                .ToDictionary(t => t.GetCustomAttribute<MigrationAttribute>()!.Id, t => t.GetTypeInfo())
        );

    public ModelSnapshot? ModelSnapshot =>
        field ??= (ModelSnapshot)
            Activator.CreateInstance(Assembly.GetTypes().Single(t => t.IsSubclassOf(typeof(ModelSnapshot)) && IsOurs(t)))!;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith($"_{nameOrId}", StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private bool IsOurs(Type type) => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == _context;
}

internal static class UseModules
{
    public static void UseModulesElsewhere(this DbContextOptionsBuilder options, IServiceProvider services)
    {
        ModuleElsewhere[] modules = [.. services.GetServices<ModuleElsewhere>()];
        if (modules.Length == 0)
            return;
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ModulesElsewhere(modules));
        // The snapshot knows Rabta's own tables only.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}

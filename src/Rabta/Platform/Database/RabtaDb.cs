using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Institutions;
using Rabta.Platform.Once;

namespace Rabta.Platform.Database;

/// <summary>The one database. It names no entity: every module maps its own beside the class.</summary>
/// <remarks>Rows of an institution are seen through a filter on <see cref="Institution"/>; while none is set, none is seen.</remarks>
public abstract class RabtaDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public const string InstitutionFilter = "institution";

    private readonly IReadOnlyList<ModuleElsewhere> _elsewhere = options.FindExtension<ModulesElsewhere>()?.Modules ?? [];

    /// <summary>Whose rows this context sees and writes.</summary>
    public InstitutionId? Institution { get; set; }

    /// <summary>The write that is open; nothing is changed while there is none.</summary>
    public Transaction? Writing { get; internal set; }

    /// <summary>
    /// Set by tests and benches only, which store rows without a use case: no change is refused because no write is open.
    /// </summary>
    internal bool MayWriteAnyway { get; set; }

    /// <summary>The write id of the form being answered, noted with the first transaction.</summary>
    public WriteStamp? Stamp { get; set; }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(RabtaDb).Assembly.GetTypes().Concat(_elsewhere.SelectMany(m => m.Types)).Where(IsId))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RabtaDb).Assembly);
        foreach (var module in _elsewhere)
            modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly, module.Types.Contains);
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        foreach (
            var type in modelBuilder
                .Model.GetEntityTypes()
                .Where(t => t.ClrType.IsAssignableTo(typeof(IBelongToInstitution)) && !t.IsOwned())
        )
            modelBuilder.Entity(type.ClrType).HasQueryFilter(InstitutionFilter, OwnRows(type.ClrType));
    }

    private LambdaExpression OwnRows(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var its = Expression.Convert(Expression.Property(row, nameof(IBelongToInstitution.InstitutionId)), typeof(InstitutionId?));
        return Expression.Lambda(Expression.Equal(its, Expression.Property(Expression.Constant(this), nameof(Institution))), row);
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Tests.Architecture;

/// <summary>What holds for every table: rows of another institution are not seen, and can't be referred to.</summary>
public sealed class ModelTests
{
    private static readonly IModel Model = new SqliteDesign().CreateDbContext([]).Model;

    [Fact]
    public void Every_owned_table_has_the_tenant_filter() => Assert.Empty(Unfiltered(Model));

    [Fact]
    public void Every_row_that_names_something_is_owned() => Assert.Empty(Ownerless(Model));

    [Fact]
    public void Every_reference_has_a_key_that_carries_the_institution_or_a_written_reason() => Assert.Empty(Keyless(Model));

    [Fact]
    public void A_planted_table_without_filter_or_key_is_found()
    {
        using var planted = new PlantedDb();

        Assert.Equal(["PlantedRow"], Unfiltered(planted.Model));
        Assert.Equal(
            ["PlantedRow.InstitutionId", "PlantedRow.Of", "PlantedRow.Thing"],
            Keyless(planted.Model).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["PlantedStray"], Ownerless(planted.Model));
    }

    internal static IEnumerable<string> Unfiltered(IModel model) =>
        Owned(model).Where(t => !t.GetDeclaredQueryFilters().Any(f => f.Key == RabtaDb.InstitutionFilter)).Select(t => t.ClrType.Name);

    internal static IEnumerable<string> Ownerless(IModel model) =>
        model
            .GetEntityTypes()
            .Where(t => !t.IsOwned() && !t.ClrType.IsAssignableTo(typeof(IBelongToInstitution)) && t.ClrType != typeof(Institution))
            .Where(t =>
                t.GetProperties().Any(p => IsId(p) && t.ClrType.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) != true)
            )
            .Select(t => t.ClrType.Name);

    internal static IEnumerable<string> Keyless(IModel model) =>
        from type in Owned(model)
        from property in type.GetProperties()
        where (IsId(property) || Plain(property) == typeof(Guid)) && !property.IsPrimaryKey()
        where !HasKey(type, property) && Reason(property) is null
        select $"{type.ClrType.Name}.{property.Name}";

    // The institution itself is one column; every other reference is two.
    private static bool HasKey(IEntityType type, IProperty property) =>
        type.GetForeignKeys()
            .Any(key =>
                property.Name == nameof(IBelongToInstitution.InstitutionId)
                    ? key.Properties.Count == 1 && key.Properties[0] == property && key.PrincipalEntityType.ClrType == typeof(Institution)
                    : key.Properties.Contains(property) && key.Properties.Any(p => p.Name == nameof(IBelongToInstitution.InstitutionId))
            );

    private static string? Reason(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<NoKeyAttribute>()?.Why is { Length: > 15 } why ? why : null;

    private static IEnumerable<IEntityType> Owned(IModel model) =>
        model.GetEntityTypes().Where(t => !t.IsOwned() && t.ClrType.IsAssignableTo(typeof(IBelongToInstitution)));

    private static bool IsId(IProperty property) =>
        Plain(property).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static Type Plain(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private readonly record struct PlantedId(Guid Value) : IId<PlantedId>
    {
        public static PlantedId From(Guid value) => new(value);
    }

    private sealed class PlantedRow : IBelongToInstitution
    {
        public PlantedId Id { get; init; }
        public InstitutionId InstitutionId { get; private set; }
        public PlantedId Of { get; init; }
        public Guid? Thing { get; init; }

        [NoKey("A reason that somebody wrote down.")]
        public Guid Other { get; init; }
    }

    private sealed class PlantedStray
    {
        public int Id { get; init; }
        public PlantedId Row { get; init; }
    }

    private sealed class PlantedDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=planted.db");

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            configurationBuilder.Properties<PlantedId>().HaveConversion<IdConverter<PlantedId>>();
            configurationBuilder.Properties<InstitutionId>().HaveConversion<IdConverter<InstitutionId>>();
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<PlantedRow>();
            modelBuilder.Entity<PlantedStray>();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Database;

/// <summary>Rows that are written once and never changed again.</summary>
public interface IAppendOnly;

/// <summary>The wall on the way in: a row takes the institution of its context, and none of another's passes.</summary>
/// <remarks>Links to another institution's rows are refused by the database: foreign keys carry the institution (see <see cref="Mapping"/>).</remarks>
public sealed class SaveGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Guard(eventData, result);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Guard(eventData, result));

    private static InterceptionResult<int> Guard(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is RabtaDb db)
            foreach (var entry in db.ChangeTracker.Entries())
                Guard(db, entry);
        return result;
    }

    private static void Guard(RabtaDb db, EntityEntry entry)
    {
        if (entry.Entity is IAppendOnly && entry.State is (EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is append-only.");
        if (entry.Entity is not IBelongToInstitution || entry.State is EntityState.Unchanged or EntityState.Detached)
            return;
        var property = entry.Property(nameof(IBelongToInstitution.InstitutionId));
        var own = db.Institution ?? throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} needs an institution.");
        if (entry.State == EntityState.Added && (InstitutionId)property.CurrentValue! == default)
            property.CurrentValue = own;
        if ((InstitutionId)property.CurrentValue! != own || (entry.State != EntityState.Added && (InstitutionId)property.OriginalValue! != own))
            throw new ForeignInstitution(entry.Metadata.ClrType.Name);
    }
}

/// <summary>Thrown where code tries to write a row of another institution: a fault of ours, never of a person.</summary>
public sealed class ForeignInstitution(string entity) : Exception($"{entity} belongs to another institution.");

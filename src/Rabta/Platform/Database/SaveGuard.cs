using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Once;

namespace Rabta.Platform.Database;

/// <summary>Rows that are written once and never changed again.</summary>
public interface IAppendOnly;

/// <summary>Guards what is saved: a new row takes the institution of its context, and a row of another institution is refused.</summary>
/// <remarks>
/// Links to another institution's rows are refused by the database: foreign keys carry the institution (see <see cref="Mapping"/>).
/// </remarks>
public sealed class SaveGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Guard(eventData, result);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Guard(eventData, result));

    private static InterceptionResult<int> Guard(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is RabtaDb db)
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)))
            {
                InAWrite(db, entry);
                Guard(db, entry);
            }
        return result;
    }

    private static void InAWrite(RabtaDb db, EntityEntry entry)
    {
        // The framework itself stores the keys that protect cookies; they belong to the server and to no institution.
        if (entry.Entity is DataProtectionKey)
            return;
        if (db.Writing is null && !db.MayWriteAnyway)
            throw new WrittenOutside(entry.Metadata.ClrType.Name);
        if (entry.Entity is not (WrittenForm or JournalEntry or JournalName))
            db.Writing?.Changed();
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
        if (
            (InstitutionId)property.CurrentValue! != own
            || (entry.State != EntityState.Added && (InstitutionId)property.OriginalValue! != own)
        )
            throw new ForeignInstitution(entry.Metadata.ClrType.Name);
    }
}

/// <summary>The same wall for updates and deletions that pass the change tracker.</summary>
public sealed class CommandGuard : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Guard(command, eventData, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Guard(command, eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Note(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Note(eventData, result));

    private static InterceptionResult<int> Guard(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (IsChange(eventData) && eventData.Context is RabtaDb { Writing: null, MayWriteAnyway: false })
            throw new WrittenOutside(command.CommandText);
        return result;
    }

    private static int Note(CommandEventData eventData, int result)
    {
        if (IsChange(eventData) && result > 0 && eventData.Context is RabtaDb db)
            db.Writing?.Changed();
        return result;
    }

    private static bool IsChange(CommandEventData eventData) =>
        eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete;
}

/// <summary>
/// Thrown where code changes a row without a write (<see cref="Transactions.BeginWrite(RabtaDb, AnyOf, CancellationToken)"/>): a fault of
/// ours.
/// </summary>
public sealed class WrittenOutside(string what) : Exception($"Changed outside of a write: {what}");

/// <summary>Thrown where code tries to write a row of another institution: a fault of ours, never of a person.</summary>
public sealed class ForeignInstitution(string entity) : Exception($"{entity} belongs to another institution.");

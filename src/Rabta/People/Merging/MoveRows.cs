using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Once;

namespace Rabta.People.Merging;

/// <summary>
/// Gives all rows of one person to another: of every table that refers to people, whatever module it belongs to. Within the caller's
/// transaction.
/// </summary>
/// <remarks>
/// A row stays where it is if the other person has the same already (the database says so), if it would be about one person twice, or if it
/// can't be changed. Nobody sees it there.
/// </remarks>
public sealed class MoveRows(RabtaDb db)
{
    /// <summary>The two of a relation. A row that would name one person as both is about two people who were never one.</summary>
    private static readonly string[] Sides = ["MentorId", "MenteeId", "From", "To", "One", "Other"];

    private static readonly MethodInfo OneTable = typeof(MoveRows).GetMethod(
        nameof(Table),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    /// <returns>The rows that went over.</returns>
    public async Task<List<MovedRow>> Run(PersonId from, PersonId to, CancellationToken stop)
    {
        var moved = new List<MovedRow>();
        foreach (var (type, property) in References(db.Model))
            moved.AddRange(await (Task<List<MovedRow>>)OneTable.MakeGenericMethod(type.ClrType).Invoke(this, [property, from, to, stop])!);
        return moved;
    }

    /// <summary>Gives the rows back that still belong to the other person.</summary>
    public async Task Back(IReadOnlyList<MovedRow> rows, PersonId from, PersonId to, CancellationToken stop)
    {
        foreach (var row in rows)
        {
            var type = db.Model.FindEntityType(row.Entity)!;
            var key = type.FindPrimaryKey()!.Properties.Single();
            var id = key.GetValueConverter()!.ConvertFromProvider(row.Row)!;
            if (await db.FindAsync(type.ClrType, [id], stop) is not { } entity)
                continue;
            var its = db.Entry(entity).Property(row.Property);
            if (its.CurrentValue is PersonId now && now == from)
                its.CurrentValue = to;
        }
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Every column that names a person, in one order.</summary>
    internal static IEnumerable<(IEntityType Type, string Property)> References(IModel model) =>
        model
            .GetEntityTypes()
            .Where(t => !t.IsOwned() && t.ClrType != typeof(WrittenForm) && !t.ClrType.IsAssignableTo(typeof(IAppendOnly)))
            .SelectMany(t =>
                t.GetForeignKeys()
                    .Where(f => f.PrincipalEntityType.ClrType == typeof(Person))
                    .SelectMany(f => f.Properties)
                    .Where(p => p.ClrType == typeof(PersonId) || p.ClrType == typeof(PersonId?))
                    .Select(p => (t, p.Name))
            )
            .OrderBy(x => x.t.Name, StringComparer.Ordinal)
            .ThenBy(x => x.Name, StringComparer.Ordinal);

    private async Task<List<MovedRow>> Table<T>(string property, PersonId from, PersonId to, CancellationToken stop)
        where T : class
    {
        var moved = new List<MovedRow>();
        foreach (var row in await db.Set<T>().Where(e => EF.Property<PersonId?>(e, property) == from).ToListAsync(stop))
        {
            var entry = db.Entry(row);
            if (Sides.Contains(property) && Sides.Any(s => s != property && entry.Metadata.FindProperty(s) is not null && Is(entry, s, to)))
                continue;
            entry.Property(property).CurrentValue = to;
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException)
            {
                // The other person has the same: SaveChanges has gone back to before this row.
                entry.Property(property).CurrentValue = from;
                entry.State = EntityState.Unchanged;
                continue;
            }
            var id = entry.Property(entry.Metadata.FindPrimaryKey()!.Properties.Single().Name);
            moved.Add(new(entry.Metadata.Name, property, (Guid)id.Metadata.GetValueConverter()!.ConvertToProvider(id.CurrentValue)!));
        }
        return moved;
    }

    private static bool Is(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry, string side, PersonId person) =>
        entry.Property(side).CurrentValue is PersonId other && other == person;
}

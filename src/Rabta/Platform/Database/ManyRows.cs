using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Database;

/// <summary>
/// Writes new rows by the thousand, in the transaction that is open, without keeping any of them: COPY on PostgreSQL, one prepared INSERT
/// on SQLite.
/// </summary>
/// <remarks>
/// Uses the columns and conversions of any other write, and the same wall: every row takes the institution of its context. The rows that
/// they refer to must be in the database already. EF does not track the new rows: read one before you change it.
/// </remarks>
public static class ManyRows
{
    /// <param name="rows">Gone through once.</param>
    /// <exception cref="ForeignInstitution">A row belongs to another institution.</exception>
    public static async Task AddMany<T>(this RabtaDb db, IEnumerable<T> rows, CancellationToken stop)
        where T : class, IBelongToInstitution
    {
        var own = db.Institution ?? throw new InvalidOperationException($"A {typeof(T).Name} needs an institution.");
        if (db.Database.CurrentTransaction is null || (db.Writing is null && !db.MayWriteAnyway))
            throw new WrittenOutside(typeof(T).Name);
        db.Writing?.Changed();
        var table = db.Model.FindEntityType(typeof(T))!;
        Column[] columns =
        [
            .. table.GetProperties().Select(p => new Column(p, p.Name == nameof(IBelongToInstitution.InstitutionId) ? own : null)),
        ];
        var sql = db.GetService<ISqlGenerationHelper>();
        var (into, names) = (
            sql.DelimitIdentifier(table.GetTableName()!),
            string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))
        );
        var owned = rows.Select(row =>
            row.InstitutionId == default || row.InstitutionId == own ? row : throw new ForeignInstitution(typeof(T).Name)
        );
        if (db.Database.GetDbConnection() is NpgsqlConnection connection)
            await Copy(connection, $"COPY {into} ({names}) FROM STDIN (FORMAT BINARY)", columns, owned, stop);
        else
            await Insert(
                db,
                $"INSERT INTO {into} ({names}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})",
                columns,
                owned,
                stop
            );
    }

    private static async Task Copy(
        NpgsqlConnection connection,
        string sql,
        Column[] columns,
        IEnumerable<object> rows,
        CancellationToken stop
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(sql, stop);
        // PostgreSQL checks the foreign keys of all rows at the end, at once.
        copy.Timeout = TimeSpan.FromHours(1);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value)
                    await copy.WriteAsync(value, column.Type, stop);
                else
                    await copy.WriteNullAsync(stop);
            }
        }
        await copy.CompleteAsync(stop);
    }

    private static async Task Insert(RabtaDb db, string sql, Column[] columns, IEnumerable<object> rows, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction!.GetDbTransaction());
        DbParameter[] parameters = [.. columns.Select((column, at) => column.Parameter(command, $"@p{at}"))];
        command.Parameters.AddRange(parameters);
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Length; at++)
                parameters[at].Value = columns[at].Of(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>One column as EF maps it.</summary>
    /// <param name="always">What stands in it whatever the row says.</param>
    private sealed class Column(IProperty property, object? always)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public string Name { get; } = property.GetColumnName();
        public string Type => _mapping.StoreType;

        public object? Of(object row) =>
            (always ?? _getter.GetClrValue(row)) is { } value
                ? _mapping.Converter is { } converter
                    ? converter.ConvertToProvider(value)
                    : value
                : null;

        public DbParameter Parameter(DbCommand command, string name) => _mapping.CreateParameter(command, name, null, true);
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Every row of every table, as one line a table: two equal prints mean that nothing changed.</summary>
internal static class Fingerprint
{
    public static Task<string> Of(World world) =>
        world.Ask(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            var lines = new List<string>();
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order())
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                while (await reader.ReadAsync())
                    rows.Add(
                        string.Join(
                            '|',
                            Enumerable
                                .Range(0, reader.FieldCount)
                                .Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")
                        )
                    );
                rows.Sort(StringComparer.Ordinal);
                lines.Add(
                    $"{table} {rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16]}"
                );
            }
            return string.Join('\n', lines);
        });
}

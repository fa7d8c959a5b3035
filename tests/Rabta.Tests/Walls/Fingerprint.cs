using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Every row of every table, as one line a table: two equal prints mean that nothing changed.</summary>
internal static partial class Fingerprint
{
    public static Task<string> Of(World world) => Of(world, row => row);

    /// <summary>The same for the same content, whatever identities and secrets it got this time.</summary>
    public static Task<string> WithoutIdentities(World world) => Of(world, row => Identity().Replace(row, "·"));

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9A-F]{64}|[A-Z2-9]{4}(-[A-Z2-9]{4}){2}")]
    private static partial Regex Identity();

    /// <summary>What stands in one field, as text.</summary>
    public static string Cell(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static Task<string> Of(World world, Func<string, string> line) =>
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
                    rows.Add(line(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i))))));
                rows.Sort(StringComparer.Ordinal);
                lines.Add(
                    $"{table} {rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16]}"
                );
            }
            return string.Join('\n', lines);
        });
}

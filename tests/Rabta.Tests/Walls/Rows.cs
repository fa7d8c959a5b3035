using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>All rows at one moment, to tell what an act did: the rows it made, changed, removed, whom it told, what it noted.</summary>
internal sealed class Rows
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> _tables = [];
    private readonly Dictionary<string, string> _told;

    private Rows(Dictionary<string, string> told) => _told = told;

    /// <summary>News and lines of the journal that are not among those; they are from now on.</summary>
    public static Task<List<string>> ToldSince(HashSet<string> before, World world) =>
        world.Ask(async db =>
        {
            if (await db.Notices.CountAsync() + await db.Set<JournalEntry>().CountAsync() == before.Count)
                return [];
            var told = await ToldIn(db);
            return told.Where(t => before.Add(t.Key)).Select(t => t.Value).Order(StringComparer.Ordinal).ToList();
        });

    private static async Task<Dictionary<string, string>> ToldIn(RabtaDb db)
    {
        var told = new Dictionary<string, string>();
        var names = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name);
        foreach (var notice in await db.Notices.AsNoTracking().ToListAsync())
            told[notice.Id.Value.ToString()] =
                $"{notice.Kind} for {names[notice.PersonId]}: {string.Join(" | ", notice.Values.Select(v => v.ToString()))}";
        foreach (var entry in await db.Set<JournalEntry>().AsNoTracking().ToListAsync())
            told[entry.Id.Value.ToString()] = $"{entry.What}";
        return told;
    }

    public static Task<Rows> Of(World world) =>
        world.Ask(async db =>
        {
            var rows = new Rows(await ToldIn(db));
            foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson()))
                if (!rows._tables.ContainsKey(type.GetTableName()!))
                    rows._tables[type.GetTableName()!] = await TableOf(db, type);
            return rows;
        });

    private static async Task<Dictionary<string, Dictionary<string, string>>> TableOf(RabtaDb db, IEntityType type)
    {
        var (table, keys) = (type.GetTableName()!, type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).ToList());
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, Dictionary<string, string>>();
        while (await reader.ReadAsync())
        {
            var row = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Fingerprint.Cell(reader.GetValue(i)));
            rows[string.Join('|', keys.Select(k => row[k])).ToLowerInvariant()] = row;
        }
        return rows;
    }

    /// <summary>One line for each kind of change of a table; for news and journal lines, what they say.</summary>
    public IEnumerable<string> Until(Rows after)
    {
        var lines = new List<string>();
        foreach (var (table, now) in after._tables)
        {
            var was = _tables[table];
            lines.AddRange(Counted($"{table} +", now.Keys.Except(was.Keys).Select(after.Named)));
            lines.AddRange(Counted($"{table} -", was.Keys.Except(now.Keys).Select(_ => "")));
            lines.AddRange(
                Counted(
                    $"{table} ~",
                    now.Keys.Intersect(was.Keys)
                        .Select(key => string.Join(' ', now[key].Where(c => was[key][c.Key] != c.Value).Select(c => c.Key).Order()))
                        .Where(columns => columns.Length > 0)
                        // The worker goes on with it at once.
                        .Select(columns => table == "import_drafts" ? "" : columns)
                )
            );
        }
        return lines.Order(StringComparer.Ordinal);
    }

    private string Named(string key) => _told.GetValueOrDefault(key, "");

    private static IEnumerable<string> Counted(string start, IEnumerable<string> what) =>
        what.CountBy(w => w).Select(w => $"  {start} {w.Value} {w.Key}".TrimEnd());
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Database;

/// <summary>Puts a copy of an SQLite database aside before something large changes it; keeps the last five.</summary>
/// <remarks>
/// SQLite's own backup: a plain file copy would miss what still stands in the write-ahead log. PostgreSQL has its own tools.
/// </remarks>
public sealed class PutAside(RabtaDb db, RabtaSettings settings, IClock clock)
{
    private const int Kept = 5;
    private static readonly InstantPattern Name = InstantPattern.Create("uuuuMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>Outside any transaction. Answers the copy's path, or null where there is none to make.</summary>
    public async Task<string?> Run(string before, CancellationToken stop)
    {
        if (db is not SqliteRabtaDb)
            return null;
        var folder = settings.Path("aside");
        DataFolder.Create(folder);
        var path = Path.Combine(folder, $"{Name.Format(clock.GetCurrentInstant())}-{before}.db");
        // The copy gets its own name only when it is complete, so that a broken one never replaces a good one.
        var part = path + ".part";
        DataFolder.Touch(part);
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            await db.Database.OpenConnectionAsync(stop);
            await copy.OpenAsync(stop);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
            await db.Database.CloseConnectionAsync();
        }
        File.Move(part, path, overwrite: true);
        var oldest = Directory.GetFiles(folder, "*.db").OrderDescending(StringComparer.Ordinal).Take(Kept).Last();
        foreach (var old in Directory.GetFiles(folder).Where(file => string.CompareOrdinal(file, oldest) < 0))
            File.Delete(old);
        return path;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rabta.Platform.Once;

namespace Rabta.Platform.Database;

/// <summary>One write: everything in it happens, or nothing does. Begun before the first read, as correctness lives here.</summary>
public sealed class Transaction(RabtaDb db, IDbContextTransaction inner) : IAsyncDisposable
{
    public async Task Commit(CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        await inner.CommitAsync(stop);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

public static class Transactions
{
    /// <summary>Takes the write lock (SQLite: BEGIN IMMEDIATE) and notes the form's write id, if one is being answered.</summary>
    /// <exception cref="AlreadyWritten">The same form was answered before; its answer is to be given again.</exception>
    public static async Task<Transaction> BeginWrite(this RabtaDb db, CancellationToken stop)
    {
        var inner = await db.Database.BeginTransactionAsync(stop);
        if (db.Stamp is { Noted: false } stamp)
        {
            if (await db.Set<WrittenForm>().FirstOrDefaultAsync(w => w.Id == stamp.Id && w.By == stamp.By && w.Endpoint == stamp.Endpoint, stop) is { } earlier)
            {
                await inner.DisposeAsync();
                throw new AlreadyWritten(earlier);
            }
            db.Add(stamp.ToRow());
            stamp.Noted = true;
        }
        return new Transaction(db, inner);
    }

    /// <summary>Waits its turn for one named piece of work, so that two servers don't do it side by side. SQLite has one writer anyway.</summary>
    public static Task HoldLock(this RabtaDb db, Guid subject, CancellationToken stop) =>
        db is PostgresRabtaDb
            ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(subject.ToByteArray(), 8)})", stop)
            : Task.CompletedTask;
}

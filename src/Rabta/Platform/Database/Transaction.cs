using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;
using Rabta.Platform.Once;

namespace Rabta.Platform.Database;

/// <summary>One write: everything in it happens, or nothing does. It begins before the first read, as correctness lives here.</summary>
/// <remarks>It is the only way to change a row: <see cref="SaveGuard"/> and <see cref="CommandGuard"/> refuse every other.</remarks>
public sealed class Transaction : IAsyncDisposable
{
    private readonly RabtaDb _db;
    private readonly IDbContextTransaction _inner;
    private readonly AnyOf? _what;
    private readonly List<JournalLine> _lines = [];
    private bool _changed;

    internal Transaction(RabtaDb db, IDbContextTransaction inner, AnyOf? what) => (_db, _inner, _what) = (db, inner, what);

    internal void Note(JournalLine line) => _lines.Add(line);

    /// <summary>A row was changed that the journal has to know of.</summary>
    internal void Changed() => _changed = true;

    /// <exception cref="NotNoted">
    /// Something changed, and none of the kinds that the write was opened with stands in the journal.
    /// </exception>
    public async Task Commit(CancellationToken stop)
    {
        await _db.SaveChangesAsync(stop);
        if (_changed && _what is not null && !_lines.Any(line => _what.Includes(line.What)))
            throw new NotNoted(_what);
        if (_lines.Count > 0)
            await Store(stop);
        await _inner.CommitAsync(stop);
    }

    private async Task Store(CancellationToken stop)
    {
        PersonId?[] People(JournalLine line) => [line.By, line.OnBehalfOf, line.Person, line.PersonBefore, line.PersonAfter];
        var names = await JournalNames.Of(_db, [.. _lines.SelectMany(People).OfType<PersonId>()], stop);
        _db.AddRange(_lines.Select(line => JournalEntry.Of(line, names)));
        await _db.SaveChangesAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        _db.Writing = null;
        await _inner.DisposeAsync();
    }
}

/// <summary>Thrown where a change was committed without its line in the journal: a fault of ours, never of a person.</summary>
public sealed class NotNoted(AnyOf what) : Exception($"The journal has no line '{what}'.");

public static class Transactions
{
    /// <summary>Takes the write lock (SQLite: BEGIN IMMEDIATE) and notes the form's write id, if one is being answered.</summary>
    /// <param name="what">What happens: the journal has a line of one of these kinds when the write is committed.</param>
    /// <exception cref="AlreadyWritten">The same form was answered before; its answer is to be given again.</exception>
    public static Task<Transaction> BeginWrite(this RabtaDb db, AnyOf what, CancellationToken stop) => Begin(db, what, stop);

    /// <summary>Opens a write that leaves no line in the journal, and says why.</summary>
    public static Task<Transaction> BeginWrite(this RabtaDb db, NotJournaled why, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why.Why);
        return Begin(db, null, stop);
    }

    /// <summary>Opens a write that does not belong to the form being answered: it is kept even where the form is refused.</summary>
    public static async Task<Transaction> BeginAside(this RabtaDb db, NotJournaled why, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why.Why);
        return db.Writing = new Transaction(db, await db.Database.BeginTransactionAsync(stop), null);
    }

    /// <summary>One such write of a single update or deletion. It answers how many rows were changed.</summary>
    public static async Task<int> ChangeAside(this RabtaDb db, NotJournaled why, Func<Task<int>> change, CancellationToken stop)
    {
        await using var write = await db.BeginAside(why, stop);
        var changed = await change();
        await write.Commit(stop);
        return changed;
    }

    private static async Task<Transaction> Begin(RabtaDb db, AnyOf? what, CancellationToken stop)
    {
        var inner = await db.Database.BeginTransactionAsync(stop);
        if (db.Stamp is { Noted: false } stamp)
        {
            if (
                await db.Set<WrittenForm>()
                    .FirstOrDefaultAsync(w => w.Id == stamp.Id && w.By == stamp.By && w.Endpoint == stamp.Endpoint, stop) is
                { } earlier
            )
            {
                await inner.DisposeAsync();
                throw new AlreadyWritten(earlier);
            }
            db.Add(stamp.ToRow());
            stamp.Noted = true;
        }
        return db.Writing = new Transaction(db, inner, what);
    }

    /// <summary>
    /// Waits its turn for one named piece of work, so that two servers don't do it side by side. SQLite has one writer anyway.
    /// </summary>
#pragma warning disable RS0030 // Raw SQL lives here.
    public static Task HoldLock(this RabtaDb db, Guid subject, CancellationToken stop) =>
        db is PostgresRabtaDb
            ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(subject.ToByteArray(), 8)})", stop)
            : Task.CompletedTask;
#pragma warning restore RS0030
}

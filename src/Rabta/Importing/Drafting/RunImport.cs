using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Importing.Drafting;

/// <summary>
/// Carries out an import that was begun. The server that holds the draft does it; if that server fails, its hold ends and the next server
/// begins anew.
/// </summary>
/// <remarks>
/// The end of the import is stored in the transaction that stores the people, so it happens once however many servers try.
/// </remarks>
public sealed class RunImport(
    RabtaDb db,
    ReadDraft read,
    ImportPeople import,
    ImportProgress progress,
    IClock clock,
    ILogger<RunImport> log
)
{
    private static readonly Duration Hold = Duration.FromMinutes(5);

    public async Task Run(ImportDraftId id, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var until = now + Hold;
        if (
            await Change(() =>
                db
                    .ImportDrafts.Where(d => d.Id == id && d.State == ImportState.Running && (d.HeldUntil == null || d.HeldUntil < now))
                    .ExecuteUpdateAsync(s => s.SetProperty(d => d.HeldUntil, until), stop)
            ) != 1
        )
            return;
        try
        {
            var draft = await db.ImportDrafts.AsNoTracking().SingleAsync(d => d.Id == id, stop);
            var lists = await read.Run(draft, stop) ?? throw new InvalidDataException();
            var result = await import.Run(
                draft.Programme,
                lists,
                draft.GoodRows,
                draft.By,
                stop,
                new ImportWatch(
                    stored => progress.Report(id, stored, lists.Rows),
                    async result =>
                        await db
                            .ImportDrafts.Where(d => d.Id == id && d.State == ImportState.Running)
                            .ExecuteUpdateAsync(
                                s => s.SetProperty(d => d.State, ImportState.Done).SetProperty(d => d.Result, ImportDrafts.Json(result)),
                                stop
                            ) == 1
                )
            );
            if (!result.IsStored)
                await Leave(id, until, ImportState.Waiting, ImportDrafts.Json(result with { Problems = [] }));
        }
        catch (OperationCanceledException)
        {
            await LetGo(id, until);
            throw;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException)
        {
            log.LogError("Import {Draft} failed: {Fault}", id.Value, fault.GetType().Name);
            db.ChangeTracker.Clear();
            await Leave(id, until, ImportState.Failed, null);
        }
        finally
        {
            progress.Forget(id);
        }
    }

    private Task<int> Change(Func<Task<int>> change) =>
        db.ChangeAside(new NotJournaled("Who does an import and how far it is; what it did has its line."), change, CancellationToken.None);

    private Task<int> Leave(ImportDraftId id, Instant until, ImportState state, string? result) =>
        Change(() =>
            db
                .ImportDrafts.Where(d => d.Id == id && d.State == ImportState.Running && d.HeldUntil == until)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, state).SetProperty(d => d.Result, result), CancellationToken.None)
        );

    private Task<int> LetGo(ImportDraftId id, Instant until)
    {
        Instant? nobody = null;
        return Change(() =>
            db
                .ImportDrafts.Where(d => d.Id == id && d.HeldUntil == until)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.HeldUntil, nobody), CancellationToken.None)
        );
    }
}

/// <summary>
/// How far the imports of this server are. This is kept in memory: the database shows nothing of an import before all of it is committed.
/// </summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<ImportDraftId, (int Done, int All)> _known = [];

    public (int Done, int All)? Of(ImportDraftId id) => _known.TryGetValue(id, out var progress) ? progress : null;

    public void Report(ImportDraftId id, int done, int all) => _known[id] = (done, all);

    public void Forget(ImportDraftId id) => _known.TryRemove(id, out _);
}

public static class ImportDrafts
{
    public static string Json(ImportResult result) => JsonSerializer.Serialize(result);

    public static ImportResult? Result(this ImportDraft draft) =>
        draft.Result is { } json ? JsonSerializer.Deserialize<ImportResult>(json) : null;
}

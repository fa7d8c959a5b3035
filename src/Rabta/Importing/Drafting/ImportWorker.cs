using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Importing.Drafting;

/// <summary>Tells the worker of this server that an import has begun, so that nobody waits for its next round.</summary>
public sealed class ImportBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    public Task<bool> Wait(TimeSpan most, CancellationToken stop) => _rung.WaitAsync(most, stop);

    public void Dispose() => _rung.Dispose();
}

/// <summary>Does long imports, one after the other; looks every quarter of a minute whether another server left one behind.</summary>
public sealed class ImportWorker(EachInstitution each, ImportBell bell, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.Wait(Round, stoppingToken);
            try
            {
                await GoRound(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError("The import worker stumbled: {Fault}", fault.GetType().Name);
            }
        }
    }

    private Task GoRound(CancellationToken stop) =>
        each.Run(
            async get =>
            {
                var now = get.GetRequiredService<IClock>().GetCurrentInstant();
                var begun = await get.GetRequiredService<RabtaDb>()
                    .ImportDrafts.Where(d => d.State == ImportState.Running && (d.HeldUntil == null || d.HeldUntil < now))
                    .OrderBy(d => d.Id)
                    .Select(d => d.Id)
                    .ToListAsync(stop);
                foreach (var draft in begun)
                {
                    // Each import in a scope of its own: one that failed leaves nothing to the next.
                    await using var scope = get.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentInstitution>().Use(get.GetRequiredService<CurrentInstitution>().Found!);
                    await scope.ServiceProvider.GetRequiredService<RunImport>().Run(draft, stop);
                }
            },
            stop
        );
}

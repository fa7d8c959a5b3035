using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Programmes.ReadingLists;

namespace Rabta.Programmes.Importing.Web;

/// <summary>Tells the worker of this server that an import has begun, so that nobody waits for its next round.</summary>
public sealed class ImportBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    public Task<bool> Wait(TimeSpan most, CancellationToken stop) => _rung.WaitAsync(most, stop);

    public void Dispose() => _rung.Dispose();
}

/// <summary>Does long imports, one after the other; looks every quarter of a minute whether another server left one behind.</summary>
public sealed class ImportWorker(IServiceScopeFactory scopes, ImportBell bell, ILogger<ImportWorker> log) : BackgroundService
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

    private async Task GoRound(CancellationToken stop)
    {
        await using var all = scopes.CreateAsyncScope();
        foreach (var institution in await all.ServiceProvider.GetRequiredService<RabtaDb>().Institutions.AsNoTracking().ToListAsync(stop))
        foreach (var draft in await Begun(institution, stop))
        {
            await using var scope = In(institution);
            await scope.ServiceProvider.GetRequiredService<RunImport>().Run(draft, stop);
        }
    }

    private async Task<List<ImportDraftId>> Begun(Institution institution, CancellationToken stop)
    {
        await using var scope = In(institution);
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        return await scope
            .ServiceProvider.GetRequiredService<RabtaDb>()
            .ImportDrafts.Where(d => d.State == ImportState.Running && (d.HeldUntil == null || d.HeldUntil < now))
            .OrderBy(d => d.Id)
            .Select(d => d.Id)
            .ToListAsync(stop);
    }

    private AsyncServiceScope In(Institution institution)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentInstitution>().Use(institution);
        return scope;
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Jobs;

/// <summary>Deletes rows that nobody needs any more. Two servers may do it at the same time.</summary>
public interface IHousekeep
{
    Task Sweep(CancellationToken stop);
}

/// <summary>Goes round the institutions every hour.</summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, ILogger<Housekeeping> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await GoRound(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError("Housekeeping stumbled: {Fault}", fault.GetType().Name);
            }
        }
    }

    public async Task GoRound(CancellationToken stop)
    {
        await using var all = scopes.CreateAsyncScope();
        foreach (var institution in await all.ServiceProvider.GetRequiredService<RabtaDb>().Institutions.AsNoTracking().ToListAsync(stop))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentInstitution>().Use(institution);
            foreach (var one in scope.ServiceProvider.GetServices<IHousekeep>())
                await one.Sweep(stop);
        }
    }
}

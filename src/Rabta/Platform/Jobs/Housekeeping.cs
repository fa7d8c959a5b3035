using Rabta.Platform.Institutions;

namespace Rabta.Platform.Jobs;

/// <summary>Deletes rows that nobody needs any more. Two servers may do it at the same time.</summary>
public interface IHousekeep
{
    Task Sweep(CancellationToken stop);
}

/// <summary>Goes round the institutions every hour.</summary>
public sealed class Housekeeping(EachInstitution each, ILogger<Housekeeping> log) : BackgroundService
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

    public Task GoRound(CancellationToken stop) =>
        each.Run(
            async get =>
            {
                foreach (var one in get.GetServices<IHousekeep>())
                    await one.Sweep(stop);
            },
            stop
        );
}

using Rabta.Platform.Institutions;
using Rabta.Platform.Settings;

namespace Rabta.Notifications.Sending;

/// <summary>Goes round the institutions every second and sends what is due, at the set rate. Several servers may each have one.</summary>
public sealed class EmailWorker(EachInstitution each, RabtaSettings settings, ILogger<EmailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.CanPublish)
            return;
        using var timer = new PeriodicTimer(Round);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await GoRound(Math.Max(1, settings.MailsPerMinute / 60), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError("The mail worker failed: {Fault}", fault.GetType().Name);
            }
        }
    }

    private Task GoRound(int most, CancellationToken stop) => each.Run(get => get.GetRequiredService<SendWaiting>().Run(most, stop), stop);
}

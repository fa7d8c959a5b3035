using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Mail;
using Rabta.Platform.Settings;

namespace Rabta.Notifications.Sending;

/// <summary>
/// Sends what is due, one mail at a time. A mail is held, sent, then marked: a crash between the last two repeats it once, under the same
/// Message-ID.
/// </summary>
public sealed class SendWaiting(
    RabtaDb db,
    WriteEmail write,
    ISendEmail post,
    RabtaSettings settings,
    IClock clock,
    ILogger<SendWaiting> log
)
{
    private static readonly int[] MinutesUntilNextTry = [1, 5, 15, 60, 240, 720];

    /// <summary>Sends at most <paramref name="most"/> mails of the context's institution; answers how many left.</summary>
    public async Task<int> Run(int most, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var due = await db
            .Notices.AsNoTracking()
            .Where(n => n.DeliveryStatus == DeliveryStatus.Waiting && n.NotBefore <= now && (n.HeldUntil == null || n.HeldUntil < now))
            .OrderBy(n => n.NotBefore)
            .ThenBy(n => n.Id)
            .Take(most)
            .Select(n => n.Id)
            .ToListAsync(stop);
        var left = 0;
        foreach (var id in due)
            if (await SendOne(id, stop))
                left++;
        return left;
    }

    private async Task<bool> SendOne(NoticeId id, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var until = now + Duration.FromSeconds(settings.MailHoldSeconds);
        // The server that changes the row holds the mail; another one finds no row to change.
        var held = await Change(
            () =>
                db
                    .Notices.Where(n =>
                        n.Id == id && n.DeliveryStatus == DeliveryStatus.Waiting && (n.HeldUntil == null || n.HeldUntil < now)
                    )
                    .ExecuteUpdateAsync(s => s.SetProperty(n => n.HeldUntil, until).SetProperty(n => n.Tries, n => n.Tries + 1), stop),
            stop
        );
        if (held != 1)
            return false;
        var notice = await db.Notices.AsNoTracking().SingleAsync(n => n.Id == id, stop);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == notice.PersonId, stop);
        if ((notice.To ?? person.Address) is null)
            return await Mark(id, DeliveryStatus.Inside, "mail.no-address", null, stop);
        try
        {
            await post.Send(await write.Write(notice, person, stop), stop);
            // This is stored even while the server is stopping: the mail has left and must not leave again.
            return await Mark(id, DeliveryStatus.Sent, null, null, CancellationToken.None);
        }
        catch (EmailRefused refused)
        {
            log.LogWarning("Mail {Notice} refused: {Reason}", id.Value, refused.Message);
            return await Mark(id, DeliveryStatus.Refused, "mail.refused", null, stop);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogWarning("Mail {Notice} could not leave: {Fault}", id.Value, failed.GetType().Name);
            var tries = notice.Tries;
            return tries > MinutesUntilNextTry.Length
                ? await Mark(id, DeliveryStatus.Refused, "mail.no-answer", null, stop)
                : await Mark(id, DeliveryStatus.Waiting, "mail.trying", now + Duration.FromMinutes(MinutesUntilNextTry[tries - 1]), stop);
        }
    }

    private Task<int> Change(Func<Task<int>> change, CancellationToken stop) =>
        db.ChangeAside(new NotJournaled("How far a mail has come stands with the mail."), change, stop);

    private async Task<bool> Mark(NoticeId id, DeliveryStatus travel, string? reason, Instant? heldUntil, CancellationToken stop)
    {
        Instant? at = travel == DeliveryStatus.Sent ? clock.GetCurrentInstant() : null;
        await Change(
            () =>
                db
                    .Notices.Where(n => n.Id == id && n.DeliveryStatus == DeliveryStatus.Waiting)
                    .ExecuteUpdateAsync(
                        s =>
                            s.SetProperty(n => n.DeliveryStatus, travel)
                                .SetProperty(n => n.Reason, reason)
                                .SetProperty(n => n.HeldUntil, heldUntil)
                                .SetProperty(n => n.SentAt, at),
                        stop
                    ),
            stop
        );
        return travel == DeliveryStatus.Sent;
    }
}

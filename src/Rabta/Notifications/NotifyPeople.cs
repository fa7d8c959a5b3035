using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.News;

namespace Rabta.Notifications;

/// <summary>Stores news to be sent later, in the transaction of the caller.</summary>
public sealed class NotifyPeople(RabtaDb db, IClock clock) : INotify
{
    public void Notify(News news) =>
        db.Add(
            new Notice
            {
                PersonId = news.To,
                Kind = news.Kind.Key,
                Values = [.. news.Values],
                Path = news.Path,
                Batch = news.Batch,
                MadeAt = clock.GetCurrentInstant(),
                NotBefore = news.NotBefore,
                DeliveryStatus = news.Kind.ByMail ? DeliveryStatus.Waiting : DeliveryStatus.Inside,
            }
        );

    public async Task<int> TakeBack(Guid batch, CancellationToken stop)
    {
        await db
            .Notices.Where(n =>
                n.Batch == batch && (n.DeliveryStatus == DeliveryStatus.Waiting || n.DeliveryStatus == DeliveryStatus.Inside)
            )
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.DeliveryStatus, DeliveryStatus.TakenBack), stop);
        return await db.Notices.CountAsync(n => n.Batch == batch && n.DeliveryStatus == DeliveryStatus.Sent, stop);
    }
}

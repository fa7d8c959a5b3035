using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.News;

namespace Rabta.Notifications;

/// <summary>Stores news to be sent later, in the transaction of the caller.</summary>
public sealed class TellPeople(RabtaDb db, IClock clock) : ITellPeople
{
    public void Tell(News news) =>
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
                Travel = news.Kind.ByMail ? Travel.Waiting : Travel.Inside,
            }
        );

    public async Task<int> TakeBack(Guid batch, CancellationToken stop)
    {
        await db
            .Notices.Where(n => n.Batch == batch && (n.Travel == Travel.Waiting || n.Travel == Travel.Inside))
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.Travel, Travel.TakenBack), stop);
        return await db.Notices.CountAsync(n => n.Batch == batch && n.Travel == Travel.Sent, stop);
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People.Correcting;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.News;

namespace Rabta.Notifications.Sending;

/// <summary>
/// Tells both mailboxes that a person's mail goes elsewhere now, and sends again what came back from the old one: it is as true as before.
/// </summary>
public sealed class AddressNews(RabtaDb db, INotify notify, IClock clock) : IHandle<AddressChanged>
{
    public static readonly NoticeKind Here = new("address.here", typeof(Texts), ByMail: true) { LetsIn = true };

    /// <summary>Goes to the old address, and stands in no list.</summary>
    public static readonly NoticeKind Gone = new("address.gone", typeof(Texts), ByMail: true);

    /// <summary>What came back longer ago is stale.</summary>
    private static readonly Duration SentAgain = Duration.FromDays(30);

    public async Task Handle(AddressChanged told, CancellationToken stop)
    {
        var (now, person) = (clock.GetCurrentInstant(), told.Person);
        if (told.Before is { } before)
            db.Add(
                new Notice
                {
                    PersonId = person.Id,
                    Kind = Gone.Key,
                    Path = "/",
                    To = before,
                    MadeAt = now,
                    NotBefore = now,
                    DeliveryStatus = DeliveryStatus.Waiting,
                }
            );
        if (person.Address is null)
            return;
        notify.Notify(new(Here, person.Id, [], "/", now));
        var since = now - SentAgain;
        await db
            .Notices.Where(n => n.PersonId == person.Id && n.DeliveryStatus == DeliveryStatus.Refused && n.MadeAt >= since && n.To == null)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(n => n.DeliveryStatus, DeliveryStatus.Waiting)
                        .SetProperty(n => n.NotBefore, now)
                        .SetProperty(n => n.Tries, 0)
                        .SetProperty(n => n.Reason, (string?)null)
                        .SetProperty(n => n.HeldUntil, (Instant?)null),
                stop
            );
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Database;

namespace Rabta.Matches.Publishing;

/// <summary>How the mails of a round stand: how many of each, and who did not get theirs and why.</summary>
public sealed record Mails(int Waiting, int Sent, IReadOnlyList<NotReached> NotReached);

/// <param name="Reason">The end of a text key: <c>mail.Reason</c>.</param>
public sealed record NotReached(string Name, string Reason);

public sealed class SeeMails(RabtaDb db)
{
    public async Task<Mails> Run(RoundId round, CancellationToken stop)
    {
        var batch = db.Notices.AsNoTracking().Where(n => n.Batch == round.Value && n.DeliveryStatus != DeliveryStatus.TakenBack);
        var counts = await batch
            .GroupBy(n => n.DeliveryStatus)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var missed = await batch
            .Where(n => n.Reason != null && n.DeliveryStatus != DeliveryStatus.Sent)
            .Join(
                db.People,
                n => n.PersonId,
                p => p.Id,
                (n, p) =>
                    new
                    {
                        n.Reason,
                        p.Name,
                        p.Names,
                    }
            )
            .OrderBy(x => x.Name)
            .Take(200)
            .ToListAsync(stop);
        return new(
            counts.GetValueOrDefault(DeliveryStatus.Waiting),
            counts.GetValueOrDefault(DeliveryStatus.Sent),
            [.. missed.Select(m => new NotReached(Name.Display(m.Name, m.Names), m.Reason!.Split('.', 2)[1]))]
        );
    }
}

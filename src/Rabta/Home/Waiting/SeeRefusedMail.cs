using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Notifications;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Home.Waiting;

/// <summary>Someone whose newest mail came back: that it did, never what it said.</summary>
public sealed record RefusedMail(PersonId Id, string Name, Instant Since);

public sealed record RefusedMails(IReadOnlyList<RefusedMail> Rows, int From, int Found)
{
    public static readonly RefusedMails Nothing = new([], 0, 0);
}

/// <summary>People whom no mail reaches, the longest first. One that arrives later puts it right by itself.</summary>
public sealed class SeeRefusedMail(RabtaDb db)
{
    public async Task<RefusedMails> Run(int page, int perPage, CancellationToken stop)
    {
        var notices = db.Notices;
        // Reads one short line for each mail that came back and groups them here: the database would walk through every mail ever sent.
        var refused = (
            await notices
                .Where(n =>
                    n.DeliveryStatus == DeliveryStatus.Refused
                    && !notices.Any(s => s.PersonId == n.PersonId && s.DeliveryStatus == DeliveryStatus.Sent && s.MadeAt >= n.MadeAt)
                )
                .Select(n => new { n.PersonId, n.MadeAt })
                .ToListAsync(stop)
        )
            .GroupBy(n => n.PersonId, n => n.MadeAt)
            .Select(g => (Person: g.Key, Since: g.Min()))
            .ToList();
        var from = (page - 1) * perPage;
        var shown = refused.OrderBy(r => r.Since).ThenBy(r => r.Person.Value).Skip(from).Take(perPage).ToList();
        var ids = shown.Select(r => r.Person).ToList();
        var people = await db
            .People.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Names,
            })
            .ToDictionaryAsync(p => p.Id, stop);
        return new(
            [.. shown.Select(r => new RefusedMail(r.Person, Name.Display(people[r.Person].Name, people[r.Person].Names), r.Since))],
            from + 1,
            refused.Count
        );
    }
}

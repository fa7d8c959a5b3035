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
        var (notices, people) = (db.Notices, db.People);
        var refused = notices.Where(n => n.Travel == Travel.Refused && !notices.Any(s => s.PersonId == n.PersonId && s.Travel == Travel.Sent && s.MadeAt >= n.MadeAt))
            .GroupBy(n => n.PersonId).Select(g => new { Person = g.Key, Since = g.Min(n => n.MadeAt) });
        var found = await refused.CountAsync(stop);
        var from = (page - 1) * perPage;
        var rows = await refused.Join(people, r => r.Person, p => p.Id, (r, p) => new { p.Id, p.Name, p.NameUrdu, r.Since })
            .OrderBy(r => r.Since).ThenBy(r => r.Id).Skip(from).Take(perPage).ToListAsync(stop);
        return new([.. rows.Select(r => new RefusedMail(r.Id, Name.Here(r.Name, r.NameUrdu), r.Since))], from + 1, found);
    }
}

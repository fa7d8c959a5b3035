using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Programmes;

namespace Rabta.Mentorships.Accepting;

/// <summary>
/// Begins mentorships, in the caller's transaction. A person who has accepted the programme's rules before need not do so again.
/// </summary>
public sealed class BeginPairs(RabtaDb db, Events events, IClock clock)
{
    public async Task Run(IReadOnlyCollection<Mentorship> pairs, Programme programme, CancellationToken stop)
    {
        await db.HoldLock(programme.Id.Value, stop);
        var people = pairs.SelectMany(m => new[] { m.MentorId, m.MenteeId }).ToHashSet();
        var accepted = (
            await db
                .Acceptances.AsNoTracking()
                .Where(a => a.ProgrammeId == programme.Id)
                .Select(a => new { a.PersonId, a.Version })
                .ToListAsync(stop)
        )
            .Where(a => people.Contains(a.PersonId))
            .GroupBy(a => a.PersonId)
            .ToDictionary(g => g.Key, g => g.Max(a => a.Version));
        var now = clock.GetCurrentInstant();
        var ready = new List<Mentorship>();
        foreach (var pair in pairs)
        foreach (var person in new[] { pair.MentorId, pair.MenteeId }.Where(accepted.ContainsKey))
            if (pair.Accept(person, accepted[person], now))
                ready.Add(pair);
        db.AddRange(pairs);
        if (ready.Count > 0)
            await events.Publish(new BothAccepted(ready, programme), stop);
        await events.Publish(new PairsBegan(pairs), stop);
    }
}

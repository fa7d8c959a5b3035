using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Care.Queueing;

/// <summary>A pair and the most urgent thing it waits for.</summary>
/// <param name="IsSnoozed">Someone has been reminded or will be talked to: for now an answer is awaited.</param>
public sealed record FoundWaiting(MentorshipId Pair, WaitKind Kind, Instant Since, bool IsSnoozed);

/// <summary>Finds what pairs wait for: the kinds of all modules, in one question to the database.</summary>
public sealed class FindWaiting(RabtaDb db, IEnumerable<WaitKind> kinds)
{
    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<WaitKind> Kinds { get; } = [.. kinds.OrderBy(k => k.Urgency)];

    public WaitKind? Kind(string? inPath) => Kinds.FirstOrDefault(k => k.InPath == inPath);

    /// <summary>
    /// Every standing pair that waits for something, the longest waiting first. Pairs of the coordinator who looks are left out: another
    /// coordinator sees to those. While one of the two is away, nothing is asked of the pair.
    /// </summary>
    /// <remarks>
    /// One short line for each pair and thing is read, and the most urgent is chosen here: the database would read its tables two or three
    /// times for that.
    /// </remarks>
    public async Task<List<FoundWaiting>> All(PersonId viewer, Instant now, CancellationToken stop)
    {
        var pairs = db.Mentorships.Where(m => m.EndedAt == null && m.MentorId != viewer && m.MenteeId != viewer);
        var care = db.PairCare;
        var lines = await Kinds
            .Select(k => k.Which(now))
            .Aggregate((all, next) => all.Concat(next))
            .Where(w => pairs.Any(m => m.Id == w.Pair))
            .Select(w => new
            {
                w.Pair,
                w.Urgency,
                w.Since,
                IsSnoozed = care.Any(c => c.MentorshipId == w.Pair && c.SnoozedUntil > now),
            })
            .ToListAsync(stop);
        var people = db.People;
        var resting = (
            await pairs
                .Where(m => people.Any(p => p.AwayUntil > now && (p.Id == m.MentorId || p.Id == m.MenteeId)))
                .Select(m => m.Id)
                .ToListAsync(stop)
        ).ToHashSet();
        var kinds = Kinds.ToDictionary(k => k.Urgency);
        return
        [
            .. lines
                .Where(w => !kinds[w.Urgency].RestsWhileAway || !resting.Contains(w.Pair))
                .GroupBy(w => w.Pair)
                .Select(g => g.MinBy(w => w.Urgency)!)
                .OrderBy(w => w.Since)
                .ThenBy(w => w.Pair.Value)
                .Select(w => new FoundWaiting(w.Pair, kinds[w.Urgency], w.Since, w.IsSnoozed)),
        ];
    }
}

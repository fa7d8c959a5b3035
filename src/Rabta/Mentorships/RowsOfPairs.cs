using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;

namespace Rabta.Mentorships;

/// <summary>What a module keeps of a pair in one row of its own.</summary>
public interface IOfPair
{
    MentorshipId MentorshipId { get; }
}

public static class RowsOfPairs
{
    /// <summary>The rows of many pairs, in few questions; one is made where there is none.</summary>
    public static async Task<IReadOnlyDictionary<MentorshipId, T>> KeepRowsOf<T>(
        this RabtaDb db,
        IReadOnlyCollection<MentorshipId> pairs,
        Func<MentorshipId, T> make,
        CancellationToken stop
    )
        where T : class, IOfPair
    {
        // In portions: SQLite takes only so many values at once.
        foreach (var portion in pairs.Chunk(500))
            await db.Set<T>().Where(row => portion.Contains(row.MentorshipId)).LoadAsync(stop);
        var kept = db.Set<T>().Local.ToDictionary(row => row.MentorshipId);
        foreach (var pair in pairs.Where(p => !kept.ContainsKey(p)).Distinct().ToList())
            kept[pair] = db.Add(make(pair)).Entity;
        return kept;
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

/// <summary>
/// What staff do with recommendations: sort one whose words named nobody here, put it aside, take one back, and name trusted recommenders.
/// </summary>
public sealed class SortRecommendation(RabtaDb db, FindPair find, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Sort(UnsortedRecommendationId id, string? mentee, string? mentor, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RecommendationSorted, stop);
        if (await db.UnsortedRecommendations.FirstOrDefaultAsync(u => u.Id == id && u.SettledAt == null, stop) is not { } words)
            return new("sort.gone");
        var (one, other) = await find.Run(words.CohortId, mentee ?? "", mentor ?? "", stop);
        if (one is null || other is null)
            return new(
                one is null && other is null ? "sort.neither"
                : one is null ? "sort.no-mentee"
                : "sort.no-mentor"
            );
        words.SettledAt = clock.GetCurrentInstant();
        db.Add(
            new Recommendation
            {
                CohortId = words.CohortId,
                MenteeId = one.Value,
                MentorId = other.Value,
                By = words.By,
                ByPerson = words.ByPerson,
                Why = words.Why,
                MayBeNamed = words.MayBeNamed,
                WhyMayBeRead = words.WhyMayBeRead,
                At = words.At,
            }
        );
        journal.Note(JournalKinds.RecommendationSorted, id.Value, by);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> PutAside(UnsortedRecommendationId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RecommendationPutAside, stop);
        var now = clock.GetCurrentInstant();
        if (
            await db
                .UnsortedRecommendations.Where(u => u.Id == id && u.SettledAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(u => u.SettledAt, now), stop) == 1
        )
            journal.Note(JournalKinds.RecommendationPutAside, id.Value, by);
        await write.Commit(stop);
        return null;
    }

    /// <summary>It does not count from the next run on. A mentorship that began because of it stays.</summary>
    public async Task<Refusal?> TakeBack(RecommendationId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RecommendationTakenBack, stop);
        var now = clock.GetCurrentInstant();
        if (
            await db
                .Recommendations.Where(r => r.Id == id && r.TakenBackAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.TakenBackAt, now), stop) == 1
        )
            journal.Note(JournalKinds.RecommendationTakenBack, id.Value, by);
        await write.Commit(stop);
        return null;
    }

    /// <param name="typed">A full name, a number or an address that exactly one person of the institution has.</param>
    public async Task<Refusal?> Trust(CohortId cohort, string? typed, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RecommenderNamed, stop);
        await db.HoldLock(cohort.Value, stop);
        var people = await db
            .People.Called(typed, FoundBy.Number | FoundBy.Address)
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id })
            .Take(2)
            .ToListAsync(stop);
        if (people is not [var one])
            return new(people.Count == 0 ? "trust.nobody" : "trust.several");
        if (!await db.Recommenders.AnyAsync(r => r.CohortId == cohort && r.PersonId == one.Id, stop))
        {
            db.Add(
                new Recommender
                {
                    CohortId = cohort,
                    PersonId = one.Id,
                    At = clock.GetCurrentInstant(),
                }
            );
            journal.Note(JournalKinds.RecommenderNamed, one.Id, by);
        }
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> Untrust(RecommenderId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RecommenderRemoved, stop);
        if (await db.Recommenders.Where(r => r.Id == id).ExecuteDeleteAsync(stop) == 1)
            journal.Note(JournalKinds.RecommenderRemoved, id.Value, by);
        await write.Commit(stop);
        return null;
    }
}

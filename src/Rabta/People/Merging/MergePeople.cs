using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People.Correcting;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Once;

namespace Rabta.People.Merging;

/// <summary>Two people are to become one. A module may refuse, and merges what can't simply go over.</summary>
/// <param name="Parts">What the module needs to undo it, under a name of its own.</param>
/// <param name="KeepOthers">Where both answered the same, the answer of the one who goes stays.</param>
public sealed record PeopleMerging(Person Kept, Person Gone, bool KeepOthers, Dictionary<string, string> Parts)
{
    /// <summary>Why a module refused, in a text of its own, and that module's texts.</summary>
    public (Refusal Why, Type Texts)? Refused { get; set; }
}

/// <summary>A merge is undone.</summary>
public sealed record PeopleParted(Person Kept, Person Gone, IReadOnlyDictionary<string, string> Parts);

/// <summary>
/// Merges two people who are one: what a coordinator chose of each stays, and history, pairs, wishes and all else of the other go over. The
/// other person is found nowhere any more.
/// </summary>
public sealed class MergePeople(RabtaDb db, MoveRows move, EndSessions sessions, Events events, JournalOf journal, IClock clock)
{
    /// <summary>What the side-by-side look shows, in short.</summary>
    public static string Seen(Person one, Person other) => AsSeen.Of(CorrectPerson.Seen(one), CorrectPerson.Seen(other));

    /// <param name="ofOther">The fields that come from the one who goes.</param>
    /// <returns>The texts are of this module unless another is named.</returns>
    public async Task<(Refusal? Why, Type? Texts)> Run(
        PersonId keptId,
        PersonId goneId,
        IReadOnlyCollection<MergeField> ofOther,
        bool keepOthers,
        string? seen,
        PersonId by,
        CancellationToken stop
    )
    {
        if (keptId == goneId)
            return (new("merge.same"), null);
        if (by == keptId || by == goneId)
            return (new("merge.own"), null);
        await using var write = await db.BeginWrite(JournalKinds.PeopleMerged, stop);
        foreach (var id in new[] { keptId.Value, goneId.Value }.Order())
            await db.HoldLock(id, stop);
        var kept = await db.People.FirstOrDefaultAsync(p => p.Id == keptId, stop);
        var gone = await db.People.FirstOrDefaultAsync(p => p.Id == goneId, stop);
        if (kept is null || gone is null)
            return (new("person.gone"), null);
        if (seen is not null && seen != Seen(kept, gone))
            return (new("merge.changed"), null);
        var log = new MergeLog([], MergeFields.Before(kept), MergeFields.Before(gone), []);
        var merging = new PeopleMerging(kept, gone, keepOthers, log.Parts);
        await events.Publish(merging, stop);
        if (merging.Refused is { } refused)
            return (refused.Why, refused.Texts);
        await sessions.Run(goneId, by, stop);
        await db.SaveChangesAsync(stop);
        log.Moved.AddRange(await move.Run(goneId, keptId, stop));
        await Become(kept, gone, log, ofOther, stop);
        db.Add(
            new Merge
            {
                KeptId = keptId,
                GoneId = goneId,
                By = by,
                At = clock.GetCurrentInstant(),
                Log = log.Write(),
            }
        );
        journal.Note(JournalKinds.PeopleMerged, keptId, by);
        if (kept.AddressKey != Person.KeyOf(log.Kept.Address))
            await events.Publish(new AddressChanged(kept, log.Kept.Address), stop);
        await write.Commit(stop);
        return (null, null);
    }

    private async Task Become(Person kept, Person gone, MergeLog log, IReadOnlyCollection<MergeField> ofOther, CancellationToken stop)
    {
        // First free what only one person may have.
        gone.MoveTo(null);
        (gone.Number, gone.Duties, gone.MergedInto) = (null, Duties.None, kept.Id);
        await db.SaveChangesAsync(stop);
        foreach (var field in ofOther)
            MergeFields.Take(kept, log.Gone, field);
        kept.Duties |= log.Gone.Duties;
        kept.Corrected |= log.Gone.Corrected;
        kept.FirstSignedIn = Earlier(kept.FirstSignedIn, gone.FirstSignedIn);
        kept.ConfirmedAt = Earlier(kept.ConfirmedAt, gone.ConfirmedAt);
        await db.SaveChangesAsync(stop);
    }

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is null ? other
        : other is null ? one
        : Instant.Min(one.Value, other.Value);
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Matches.Reviewing;

/// <summary>What a coordinator can say about a mentee of a round.</summary>
public enum Change
{
    /// <summary>These two belong together, in every run.</summary>
    Pin,

    /// <summary>Never these two.</summary>
    Forbid,

    /// <summary>To another mentor, and there to stay.</summary>
    Move,

    /// <summary>Pinned before; the run decides again.</summary>
    LetGo,
}

/// <summary>Pins, forbids or moves one mentee, then works the whole round out anew and has it checked.</summary>
public sealed class ChangePair(RabtaDb db, SolveRound solve, JournalOf journal, IClock clock)
{
    /// <param name="seen">The version of the round that was on the screen.</param>
    public async Task<Refusal?> Run(RoundId id, int seen, PersonId mentee, Change change, PersonId? to, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(new AnyOf([.. Kinds.Values]), stop);
        if (await db.Hold(id, stop) is not { } round)
            return new("round.gone");
        if (round.MayChange(seen) is { } late)
            return late;
        var pair = await db.RoundPairs.AsNoTracking().FirstOrDefaultAsync(p => p.RoundId == id && p.MenteeId == mentee, stop);
        var mentor = change == Change.Move ? to : pair?.MentorId;
        if (mentor is not { } chosen)
            return new(change == Change.Move ? "move.nobody" : "change.no-pair");
        if (change == Change.Move && await MayMove(round, pair, chosen, stop) is { } full)
            return full;
        await Replace(round.CohortId, mentee, chosen, change, by, stop);
        await db.SaveChangesAsync(stop);
        if ((await solve.Run(round, stop)).Refusal is { } contradiction)
            return contradiction;
        journal.Note(
            new JournalLine(Kinds[change], by)
            {
                Subject = round.Id.Value,
                OnBehalfOf = mentee,
                PersonBefore = pair?.MentorId,
                PersonAfter = change is Change.Pin or Change.Move ? chosen : null,
            }
        );
        await write.Commit(stop);
        return null;
    }

    private static readonly Dictionary<Change, JournalKind> Kinds = new()
    {
        [Change.Pin] = JournalKinds.PairPinned,
        [Change.Forbid] = JournalKinds.PairForbidden,
        [Change.Move] = JournalKinds.PairMoved,
        [Change.LetGo] = JournalKinds.PairLetGo,
    };

    // A newer pin or forbid replaces an older one about the same people.
    private async Task Replace(CohortId cohort, PersonId mentee, PersonId mentor, Change change, PersonId by, CancellationToken stop)
    {
        await db
            .Pins.Where(p => p.CohortId == cohort && p.MenteeId == mentee && (change != Change.Forbid || p.MentorId == mentor))
            .ExecuteDeleteAsync(stop);
        await db.Forbids.Where(f => f.CohortId == cohort && f.MenteeId == mentee && f.MentorId == mentor).ExecuteDeleteAsync(stop);
        var now = clock.GetCurrentInstant();
        if (change is Change.Pin or Change.Move)
            db.Add(
                new Pin
                {
                    CohortId = cohort,
                    MenteeId = mentee,
                    MentorId = mentor,
                    IsMove = change == Change.Move,
                    By = by,
                    At = now,
                }
            );
        if (change == Change.Forbid)
            db.Add(
                new Forbid
                {
                    CohortId = cohort,
                    MenteeId = mentee,
                    MentorId = mentor,
                    By = by,
                    At = now,
                }
            );
    }

    // The matchmaker reports conflicts and rules itself. A full mentor is checked here, because the matchmaker would make room by moving
    // somebody else.
    private async Task<Refusal?> MayMove(Round round, RoundPair? pair, PersonId to, CancellationToken stop)
    {
        if (pair?.MentorId == to)
            return new("move.same");
        if (await db.PlacesIn(round.CohortId, clock.GetCurrentInstant()).SingleOrDefaultAsync(p => p.Mentor == to, stop) is not { } theirs)
            return new("move.nobody");
        if (await db.RoundPairs.CountAsync(p => p.RoundId == round.Id && p.MentorId == to, stop) < theirs.Free)
            return null;
        var mentor = await db.People.AsNoTracking().SingleAsync(p => p.Id == to, stop);
        return new("move.full", mentor.DisplayName, theirs.Places);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matching.Checking;
using Rabta.Matching.Problems;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Web;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Matches.Running;

/// <summary>A new round with the report of the check, or why there is none.</summary>
public sealed record Ran(RoundId Id, CheckReport? Check, CohortProblem? People, Refusal? Refusal);

/// <summary>
/// Proposes a mentor for every mentee of a cohort who has none. Nobody is told of it. A round that was in review is replaced.
/// </summary>
public sealed class RunRound(RabtaDb db, SolveRound solve, JournalOf journal, CurrentInstitution institution, IClock clock)
{
    /// <param name="mode">What it aims at.</param>
    /// <param name="seed">Today's date where none is given.</param>
    /// <param name="tell">Called when a stage begins.</param>
    public async Task<Ran> Run(
        CohortId cohort,
        long? seed,
        PersonId? by,
        CancellationToken stop,
        RoundId? id = null,
        MatchingObjective mode = MatchingObjective.Stable,
        IProgress<RunStage>? tell = null
    )
    {
        await using var write = await db.BeginWrite(JournalKinds.RoundRan, stop);
        await db.HoldLock(cohort.Value, stop);
        if (await db.Cohorts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == cohort, stop) is not { } found)
            return Nothing(new("run.no-cohort"));
        if (!await db.Enrolments.AnyAsync(e => e.CohortId == cohort, stop))
            return Nothing(new("run.nobody"));
        var before = await db.Rounds.FirstOrDefaultAsync(r => r.CohortId == cohort && r.State != RoundState.Published, stop);
        if (before is not null)
        {
            db.Remove(before);
            await db.SaveChangesAsync(stop);
        }
        var round = new Round(found.ProgrammeId, cohort, seed ?? Today(), clock.GetCurrentInstant(), id, mode);
        db.Add(round);
        var solved = await solve.Run(round, stop, tell);
        if (solved.Refusal is { } refusal)
            return Nothing(refusal);
        journal.Note(
            JournalKinds.RoundRan,
            round.Id.Value,
            by,
            before: before?.Id.Value.ToString(),
            after: $"{round.State}, {round.Objective}, seed {round.Seed.ToString(CultureInfo.InvariantCulture)}"
        );
        await write.Commit(stop);
        return new(round.Id, solved.Check, solved.People, null);
    }

    private Ran Nothing(Refusal why)
    {
        db.ChangeTracker.Clear();
        return new(default, null, null, why);
    }

    private long Today()
    {
        var today = clock.GetCurrentInstant().InZone(Zone.Of(null, institution.Found)).Date;
        return today.Year * 10000 + today.Month * 100 + today.Day;
    }
}

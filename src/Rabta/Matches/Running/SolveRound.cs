using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matching;
using Rabta.Matching.Checking;
using Rabta.Matching.Explaining;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Preferences.Fitting;

namespace Rabta.Matches.Running;

/// <summary>What came of solving: the report of the check, or why nothing could be solved.</summary>
public sealed record Solved(CohortProblem? People, CheckReport? Check, Refusal? Refusal);

/// <summary>What a run is at.</summary>
public enum RunStage
{
    Reading,
    Putting,
    Matching,
    Saving,
}

/// <summary>Works out a round's pairs from the database as it stands, within the caller's transaction and lock; has them checked.</summary>
public sealed class SolveRound(RabtaDb db, ReadCohort read, IClock clock)
{
    public async Task<Solved> Run(Round round, CancellationToken stop, IProgress<RunStage>? tell = null)
    {
        tell?.Report(RunStage.Reading);
        var rows = await read.Run(round.CohortId, stop);
        tell?.Report(RunStage.Putting);
        var people = new CohortProblem(rows, round.Seed, round.Objective);
        tell?.Report(RunStage.Matching);
        var outcome = Matchmaker.Match(people.Problem);
        tell?.Report(RunStage.Saving);
        if (!outcome.IsSolved)
            return new(null, null, ContradictionWords.Of(outcome.Contradictions[0], people));
        await db.RoundPairs.Where(p => p.RoundId == round.Id).ExecuteDeleteAsync(stop);
        await db.RoundUnmatched.Where(u => u.RoundId == round.Id).ExecuteDeleteAsync(stop);
        await db.RoundInputs.Where(i => i.RoundId == round.Id).ExecuteDeleteAsync(stop);
        db.Add(RoundInput.Of(round.Id, people));
        // The round must be stored before the rows that refer to it.
        await db.SaveChangesAsync(stop);
        var explanations = new Explanations(people.Problem, outcome.Result.Pairs);
        var wishRanks = new List<int>();
        await db.AddMany(Pairs(round.Id, people, outcome.Result, explanations, rows.Pins, wishRanks), stop);
        await db.AddMany(Left(round.Id, people, outcome.Result, explanations), stop);
        round.Solved(people.Standing, wishRanks, outcome.Check.ProblemCount, clock.GetCurrentInstant());
        return new(people, outcome.Check, null);
    }

    private static IEnumerable<RoundPair> Pairs(
        RoundId round,
        CohortProblem people,
        MatchingResult result,
        Explanations explanations,
        IReadOnlyList<Pin> pins,
        List<int> wishRanks
    )
    {
        var standing = people.Problem.Incumbents.ToHashSet();
        var pinned = pins.ToDictionary(p => p.MenteeId);
        foreach (var pair in result.Pairs.Where(p => !standing.Contains(p)))
        {
            var explained = explanations.OfPair(pair);
            if (explained.MenteeWishRank is { } rank)
                wishRanks.Add(rank);
            var mentee = people.PersonOf(pair.Mentee).Id;
            var pin = pinned.GetValueOrDefault(mentee);
            yield return new()
            {
                RoundId = round,
                MenteeId = mentee,
                MentorId = people.PersonOf(pair.Mentor).Id,
                IsPinned = pin is not null,
                IsMovedByStaff = pin is { IsMove: true },
                Why = ReasonsOf.Pair(explained, people, pin),
            };
        }
    }

    private static IEnumerable<RoundUnmatched> Left(
        RoundId round,
        CohortProblem people,
        MatchingResult result,
        Explanations explanations
    ) =>
        result
            .Unmatched.Select(left => explanations.OfUnmatched(left.Mentee))
            .Select(explained => new RoundUnmatched
            {
                RoundId = round,
                MenteeId = people.PersonOf(explained.Mentee).Id,
                Reason = explained.Reason.Code(),
                AcceptableFull = explained.AcceptableFull,
                Removals = RemovalsOf.Mentee(explained, people),
            });

    /// <summary>
    /// Today's people, places and rules, with the wishes and recommendations that the run had. A wish changed since then counts in the next
    /// run.
    /// </summary>
    private async Task<MatchingProblem> AsWished(RoundId id, MatchingProblem now, CancellationToken stop)
    {
        if (await db.RoundInputs.AsNoTracking().FirstOrDefaultAsync(i => i.RoundId == id, stop) is not { } input)
            return now;
        var then = input.Read().Problem;
        var (mentees, mentors) = (
            then.Mentees.ToDictionary(m => m.Key, m => m.Wishes),
            then.Mentors.ToDictionary(m => m.Key, m => m.Wishes)
        );
        return now with
        {
            Mentees = [.. now.Mentees.Select(m => m with { Wishes = mentees.GetValueOrDefault(m.Key) ?? m.Wishes })],
            Mentors = [.. now.Mentors.Select(m => m with { Wishes = mentors.GetValueOrDefault(m.Key) ?? m.Wishes })],
            Recommendations = then.Recommendations,
            LastUnmatched = then.LastUnmatched,
        };
    }

    /// <summary>Whether what the round stores would still pass the check today.</summary>
    public async Task<bool> StillHolds(Round round, IReadOnlyList<RoundPair> pairs, CancellationToken stop)
    {
        var people = new CohortProblem(await read.Run(round.CohortId, stop), round.Seed, round.Objective);
        if (!pairs.All(p => people.HasMentee(p.MenteeId) && people.HasMentor(p.MentorId)))
            return false;
        var problem = await AsWished(round.Id, people.Problem, stop);
        if (Matchmaker.Contradictions(problem).Count > 0)
            return false;
        var left = await db.RoundUnmatched.Where(u => u.RoundId == round.Id).Select(u => u.MenteeId).ToListAsync(stop);
        if (!left.All(people.HasMentee))
            return false;
        var proposed = pairs.Select(p => new Pair(people.KeyOf(p.MenteeId), people.KeyOf(p.MentorId)));
        return Matchmaker.Check(problem, [.. problem.Incumbents, .. proposed], [.. left.Select(people.KeyOf)]).Ok;
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Matching;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Matches.Comparing;

/// <summary>The result of repeating a round from its stored input.</summary>
/// <param name="Pairs">How many it makes.</param>
/// <param name="Differ">Of the round's stored pairs, those the repetition does not make. 0 is what must be.</param>
public sealed record Repeated(Round Round, int Pairs, int Differ);

/// <summary>Repeats a round from its seed and its stored inputs, and compares. Changes nothing.</summary>
public sealed class RepeatRound(RabtaDb db)
{
    public async Task<Repeated?> Run(RoundId id, CancellationToken stop)
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);
        if (round is null || await db.RoundInputs.AsNoTracking().FirstOrDefaultAsync(i => i.RoundId == id, stop) is not { } input)
            return null;
        var (problem, people) = input.Read();
        var outcome = Matchmaker.Match(problem);
        var made = (outcome.Result?.Pairs ?? []).Select(p => (new PersonId(people[p.Mentee]), new PersonId(people[p.Mentor]))).ToHashSet();
        var stored = await db
            .RoundPairs.AsNoTracking()
            .Where(p => p.RoundId == id)
            .Select(p => new { p.MenteeId, p.MentorId })
            .ToListAsync(stop);
        return new(round, made.Count - problem.Incumbents.Count, stored.Count(p => !made.Contains((p.MenteeId, p.MentorId))));
    }
}

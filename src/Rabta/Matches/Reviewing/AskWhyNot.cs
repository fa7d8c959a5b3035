using Microsoft.EntityFrameworkCore;
using Rabta.Matching.Explaining;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Matches.Reviewing;

/// <summary>Tells staff why a round did not give a mentee a certain mentor, from the round's input and its result.</summary>
public sealed class AskWhyNot(RabtaDb db)
{
    /// <returns>A text key and its values; null where the round has neither of the two.</returns>
    public async Task<(string Key, object[] Values)?> Run(Choices about, PersonId mentor, CancellationToken stop)
    {
        var round = about.Round.Id;
        if (await db.RoundInputs.AsNoTracking().FirstOrDefaultAsync(i => i.RoundId == round, stop) is not { } input)
            return null;
        var (problem, people) = input.Read();
        var keys = people.ToDictionary(p => new PersonId(p.Value), p => p.Key);
        if (
            !Takes(problem.Mentees.Select(m => m.Key), about.Mentee.Id, out var one)
            || !Takes(problem.Mentors.Select(m => m.Key), mentor, out var other)
        )
            return null;
        var pairs = await db
            .RoundPairs.AsNoTracking()
            .Where(p => p.RoundId == round)
            .Select(p => new { p.MenteeId, p.MentorId })
            .ToListAsync(stop);
        var why = new Explanations(
            problem,
            [.. problem.Incumbents, .. pairs.Select(p => new Pair(keys[p.MenteeId], keys[p.MentorId]))]
        ).WhyNot(one, other);
        var name = await db.People.AsNoTracking().SingleAsync(p => p.Id == mentor, stop);
        return await InWords(why, about, Name.Display(name.Name, name.Names), stop);

        bool Takes(IEnumerable<string> part, PersonId person, out string key) => keys.TryGetValue(person, out key!) && part.Contains(key);
    }

    private async Task<(string, object[])> InWords(MissingPair why, Choices about, string mentor, CancellationToken stop)
    {
        if (why.Rule is { Kind: RemovalKind.Rule, Question: var id })
        {
            // A private preference is not a question that staff wrote, so it is not told.
            var asked = await db
                .Questions.AsNoTracking()
                .FirstOrDefaultAsync(q => q.CohortId == about.Round.CohortId && q.Key == id && !q.IsPrivate, stop);
            return asked is null ? ("why-not.Rule", []) : ("why-not.Rule.of", [asked.Heading]);
        }
        object[] both = [Name.Display(about.Mentee.Name, about.Mentee.Names), mentor];
        return why switch
        {
            { Reason: MissingReason.Paired } => ("why-not.paired", both),
            { Reason: MissingReason.KeptApart } => ($"why-not.{why.Rule.Kind}", both),
            { Reason: MissingReason.Room } => ("why-not.room", both),
            { Cutoff.Blocks: true } => ("why-not.both", both),
            { Cutoff.MenteeWouldRather: false } => ("why-not.as-good", both),
            { Cutoff.ByLottery: true } => ("why-not.lottery", both),
            _ => ("why-not.full", both),
        };
    }
}

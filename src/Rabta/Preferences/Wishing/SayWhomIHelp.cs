using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Wishing;

/// <summary>A question with the answers that several of the cohort gave; those the mentor helps best are ticked.</summary>
public sealed record HelpChoice(QuestionId Question, Several Heading, IReadOnlyList<(string Key, string Written, bool Ticked)> Values);

/// <summary>A mentor ticks answers of those they help best: an order where they named nobody.</summary>
public sealed class SayWhomIHelp(RabtaDb db, JournalOf journal)
{
    public async Task<List<HelpChoice>> Choices(CohortId cohort, PersonId mentor, CancellationToken stop)
    {
        var answers = db.Answers;
        var given = (
            await db
                .Questions.Where(q => q.CohortId == cohort && !q.IsPrivate && q.Counts == Counts.Alike)
                .Join(
                    answers,
                    q => q.Id,
                    a => a.QuestionId,
                    (q, a) =>
                        new
                        {
                            q.Id,
                            q.Heading,
                            a.Values,
                        }
                )
                .AsNoTracking()
                .ToListAsync(stop)
        ).ToLookup(x => x.Id);
        var ticked = await db
            .HelpsBest.AsNoTracking()
            .Where(h => h.CohortId == cohort && h.MentorId == mentor)
            .ToDictionaryAsync(h => h.QuestionId, h => h.Values, stop);
        return
        [
            .. given
                .OrderBy(g => g.Key.Value)
                .Select(g => new HelpChoice(
                    g.Key,
                    g.First().Heading,
                    // An answer that only one person gave would point at that person.
                    [
                        .. g.SelectMany(x => x.Values.DistinctBy(TextKey.Of))
                            .GroupBy(TextKey.Of)
                            .Where(same => same.Skip(1).Any())
                            .OrderBy(same => same.Key, StringComparer.Ordinal)
                            .Take(Question.MostChoices)
                            .Select(same => (same.Key, same.First(), ticked.GetValueOrDefault(g.Key, []).Contains(same.Key))),
                    ]
                ))
                .Where(choice => choice.Values.Count > 0),
        ];
    }

    /// <param name="ticked">Values as compared; what nobody answered is left out.</param>
    public async Task<Refusal?> Run(
        CohortId cohort,
        IReadOnlyCollection<(QuestionId Question, string Value)> ticked,
        PersonId me,
        CancellationToken stop
    )
    {
        await using var write = await db.BeginWrite(JournalKinds.HelpsBestSaid, stop);
        await db.HoldLock(me.Value, stop);
        if (!await db.TakingPart.AnyAsync(e => e.CohortId == cohort && e.PersonId == me && e.Role == ProgrammeRole.Mentor, stop))
            return new("wish.not-here");
        await db.HelpsBest.Where(h => h.CohortId == cohort && h.MentorId == me).ExecuteDeleteAsync(stop);
        foreach (var choice in await Choices(cohort, me, stop))
        {
            List<string> values = [.. choice.Values.Select(v => v.Key).Where(v => ticked.Contains((choice.Question, v)))];
            if (values.Count > 0)
                db.Add(
                    new HelpsBest
                    {
                        CohortId = cohort,
                        MentorId = me,
                        QuestionId = choice.Question,
                        Values = values,
                    }
                );
        }
        journal.Note(JournalKinds.HelpsBestSaid, me, me);
        await write.Commit(stop);
        return null;
    }
}

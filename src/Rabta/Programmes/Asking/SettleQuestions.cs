using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;

namespace Rabta.Programmes.Asking;

/// <summary>What a coordinator says about one question.</summary>
public sealed record Settled(Several Heading, Counts Counts);

/// <summary>Says how each question counts when people are matched, and what it is called in the other language.</summary>
public sealed class SettleQuestions(RabtaDb db, JournalOf journal)
{
    public async Task<Refusal?> Run(
        ProgrammeId programme,
        IReadOnlyDictionary<QuestionId, Settled> settled,
        PersonId by,
        CancellationToken stop
    )
    {
        if (settled.Values.Any(s => s.Heading.IsEmpty))
            return new("questions.no-heading");
        await using var write = await db.BeginWrite(JournalKinds.QuestionSettled, stop);
        var (ids, cohorts) = (settled.Keys.ToList(), db.Cohorts);
        foreach (
            var question in await db
                .Questions.Where(q => ids.Contains(q.Id) && cohorts.Any(c => c.Id == q.CohortId && c.ProgrammeId == programme))
                .ToListAsync(stop)
        )
        {
            var said = settled[question.Id];
            if (question.Counts != said.Counts || !question.Heading.Equals(said.Heading))
                journal.Note(
                    JournalKinds.QuestionSettled,
                    question.Id.Value,
                    by,
                    before: question.Counts.ToString(),
                    after: said.Counts.ToString()
                );
            (question.Heading, question.Counts) = (said.Heading, said.Counts);
        }
        await write.Commit(stop);
        return null;
    }
}

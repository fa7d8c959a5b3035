using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>A question as stored, and whether this import brought it.</summary>
public sealed record Asked(QuestionId Id, bool IsPrivate, bool IsNew, bool IsText);

/// <summary>
/// Makes the columns of the lists the questions of a cohort. How a question counts that is there already stays as it is. Within the
/// caller's transaction.
/// </summary>
public sealed class StoreQuestions(RabtaDb db, Languages languages)
{
    public async Task<IReadOnlyDictionary<string, Asked>> Run(CohortId cohort, Roster roster, TextColumns texts, CancellationToken stop)
    {
        var stored = await db.Questions.Where(q => q.CohortId == cohort).ToDictionaryAsync(q => q.Key, StringComparer.Ordinal, stop);
        var alike = AlikeQuestions.Find(roster).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var asked = new Dictionary<string, Asked>(StringComparer.Ordinal);
        var columns = roster
            .MentorColumns.Concat(roster.MenteeColumns)
            .Where(column => column.Meaning is ColumnMeaning.Answer or ColumnMeaning.Private);
        foreach (var same in columns.Concat(texts.Others).GroupBy(column => column.Key).Where(same => same.Key.Length > 0))
        {
            var isNew = !stored.TryGetValue(same.Key, out var question);
            question ??= Add(
                new Question
                {
                    CohortId = cohort,
                    Heading = languages.Written(same.First().Heading),
                    Key = same.Key,
                }
            );
            if (!question.IsPrivate && same.Any(column => column.Meaning == ColumnMeaning.Private))
                await MakePrivate(question, stop);
            if (isNew)
                question.Counts = alike.Contains(same.Key) ? Counts.Alike : Counts.Never;
            foreach (var (key, one) in roster.SameValues.GetValueOrDefault(same.Key) ?? new Dictionary<string, string>())
                question.Same = new(question.Same, StringComparer.Ordinal) { [key] = question.Same.GetValueOrDefault(key, one) };
            asked[same.Key] = new Asked(question.Id, question.IsPrivate, isNew, same.All(column => column.Meaning == ColumnMeaning.Text));
        }
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return asked;
    }

    private Question Add(Question question)
    {
        db.Add(question);
        return question;
    }

    /// <summary>
    /// A private question stays private: a later list can't open what somebody answered in confidence. An open question can become private.
    /// </summary>
    private async Task MakePrivate(Question question, CancellationToken stop)
    {
        question.IsPrivate = true;
        foreach (var answer in await db.Answers.Where(a => a.QuestionId == question.Id).ToListAsync(stop))
            (answer.Values, answer.PrivateValues) = ([], [.. answer.Values, .. answer.PrivateValues]);
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>
/// Lists may come one after the other: a question that the second list asks too counts then as it would have, had they come together.
/// </summary>
/// <remarks>
/// Only questions that one side alone has answered are counted now: for all others, not counting is a coordinator's choice. A person with
/// both parts may have answered for both in one list. Runs in the caller's transaction.
/// </remarks>
public sealed class CountLateQuestions(RabtaDb db)
{
    /// <summary>Before the answers are stored: the questions that only the other side has answered.</summary>
    public async Task<IReadOnlyList<QuestionId>> Find(
        CohortId cohort,
        TwoLists lists,
        IReadOnlyDictionary<string, Asked> asked,
        CancellationToken stop
    )
    {
        if (lists is { Mentors: not null, Mentees: not null })
            return [];
        var mine = lists.Mentors is not null ? ProgrammeRole.Mentor : ProgrammeRole.Mentee;
        var ids = asked.Values.Where(question => question is { IsNew: false, IsText: false }).Select(question => question.Id).ToList();
        var answers = db.Answers;
        var enrolments = db.Enrolments.Where(e => e.CohortId == cohort);
        return await db
            .Questions.Where(q =>
                ids.Contains(q.Id)
                && q.Counts == Counts.Never
                && answers.Any(a => a.QuestionId == q.Id)
                && !answers.Any(a =>
                    a.QuestionId == q.Id
                    && enrolments.Any(e =>
                        e.Id == a.EnrolmentId && e.Role == mine && !enrolments.Any(o => o.PersonId == e.PersonId && o.Role != mine)
                    )
                )
            )
            .Select(q => q.Id)
            .ToListAsync(stop);
    }

    /// <summary>Once they are stored.</summary>
    public async Task Count(IReadOnlyList<QuestionId> late, CancellationToken stop)
    {
        foreach (var question in await db.Questions.Where(q => late.Contains(q.Id)).ToListAsync(stop))
        {
            var given = await db
                .Answers.Where(a => a.QuestionId == question.Id)
                .Select(a => new { a.Values, a.PrivateValues })
                .ToListAsync(stop);
            var different = given.SelectMany(a => a.Values.Concat(a.PrivateValues)).Select(TextKey.Of).ToHashSet(StringComparer.Ordinal);
            if (AlikeQuestions.IsChoice(question.Key, different))
                question.Counts = Counts.Alike;
        }
    }
}

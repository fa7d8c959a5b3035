using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Preferring;

/// <summary>Stores what a person says about their comfort: their own answers as private answers, and their preferences.</summary>
public sealed class SavePrivatePreferences(RabtaDb db, AspectWords words, JournalOf journal)
{
    public const int LongestValue = 120,
        MostValues = 12;

    public async Task<Refusal?> Run(CohortId cohort, IReadOnlyCollection<MyPreference> said, PersonId me, CancellationToken stop)
    {
        if (said.FirstOrDefault(s => s.Strength is not null && !s.LikeMe && s.Wanted.Count == 0) is { } empty)
            return new("comfort.of-whom", words.Name(empty.Aspect));
        if (said.FirstOrDefault(s => s is { Strength: not null, LikeMe: true, Own.Count: 0, Wanted.Count: 0 }) is { } unlike)
            return new("comfort.like-whom", words.Name(unlike.Aspect));
        if (said.FirstOrDefault(s => s.Own.Count > MostValues || s.Wanted.Count > MostValues) is { } many)
            return new("comfort.many", words.Name(many.Aspect), MostValues);
        if (said.FirstOrDefault(s => s.Own.Concat(s.Wanted).Any(v => v.Length > LongestValue)) is { } @long)
            return new("comfort.long", words.Name(@long.Aspect), LongestValue);
        await using var write = await db.BeginWrite(JournalKinds.PrivatePreferencesSaved, stop);
        await db.HoldLock(cohort.Value, stop);
        var enrolments = await db.Enrolments.Where(e => e.CohortId == cohort && e.PersonId == me).Select(e => e.Id).ToListAsync(stop);
        if (enrolments.Count == 0)
            return new("wish.not-here");
        await Answers(cohort, said, enrolments, stop);
        await db.PrivatePreferences.Where(c => c.CohortId == cohort && c.PersonId == me).ExecuteDeleteAsync(stop);
        db.AddRange(
            said.Where(s => s.Strength is not null)
                .Select(s => new PrivatePreference
                {
                    CohortId = cohort,
                    PersonId = me,
                    Aspect = s.Aspect,
                    Strength = s.Strength!.Value,
                    LikeMe = s.LikeMe,
                    Wanted = [.. s.Wanted],
                })
        );
        // The journal says that they said something, and never what.
        journal.Note(JournalKinds.PrivatePreferencesSaved, me, me);
        await write.Commit(stop);
        return null;
    }

    // An emptied answer is stored only where a list's answer would otherwise count for this person.
    private async Task Answers(
        CohortId cohort,
        IReadOnlyCollection<MyPreference> said,
        List<EnrolmentId> enrolments,
        CancellationToken stop
    )
    {
        var keys = said.Select(s => Aspects.OwnKey(s.Aspect)).ToList();
        var questions = await db.Questions.Where(q => q.CohortId == cohort && keys.Contains(q.Key)).ToDictionaryAsync(q => q.Key, stop);
        var ids = questions.Values.Select(q => q.Id).ToList();
        var answers = (
            await db.Answers.Where(a => enrolments.Contains(a.EnrolmentId) && ids.Contains(a.QuestionId)).ToListAsync(stop)
        ).ToDictionary(a => (a.EnrolmentId, a.QuestionId));
        foreach (var one in said)
        {
            var key = Aspects.OwnKey(one.Aspect);
            if (!questions.TryGetValue(key, out var question))
            {
                if (one.Own.Count == 0)
                    continue;
                db.Add(
                    question = new Question
                    {
                        CohortId = cohort,
                        Heading = words.Name(one.Aspect),
                        Key = key,
                        IsPrivate = true,
                        Counts = Counts.Never,
                    }
                );
            }
            foreach (var enrolment in enrolments)
                if (answers.TryGetValue((enrolment, question.Id), out var answer))
                    answer.PrivateValues = [.. one.Own];
                else if (one.Own.Count > 0)
                    db.Add(
                        new Answer
                        {
                            EnrolmentId = enrolment,
                            QuestionId = question.Id,
                            PrivateValues = [.. one.Own],
                        }
                    );
        }
    }
}

/// <summary>What an aspect is called, in every language.</summary>
public sealed class AspectWords(Languages languages, IStringLocalizer<Texts> texts)
{
    public Several Name(Aspect aspect) => languages.Each(() => texts[$"comfort.{aspect}"]);
}

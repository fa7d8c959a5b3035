using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Programmes.Answering;

/// <summary>Corrects one's own answers; several in a field are parted by a semicolon. A later import leaves them alone.</summary>
public sealed class CorrectAnswers(RabtaDb db, JournalOf journal)
{
    public async Task<Refusal?> Run(PersonId me, IReadOnlyDictionary<AnswerId, string> typed, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(stop);
        var (ids, enrolments, questions) = (typed.Keys.ToList(), db.Enrolments, db.Questions);
        var mine = await db.Answers.Where(a => ids.Contains(a.Id) && enrolments.Any(e => e.Id == a.EnrolmentId && e.PersonId == me))
            .Join(questions, a => a.QuestionId, q => q.Id, (a, q) => new { Answer = a, q.IsPrivate }).ToListAsync(stop);
        var changed = false;
        foreach (var one in mine)
        {
            List<string> values = [.. typed[one.Answer.Id].Split([';', '؛', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            if (values.SequenceEqual(one.IsPrivate ? one.Answer.PrivateValues : one.Answer.Values)) continue;
            if (one.IsPrivate) one.Answer.PrivateValues = values;
            else one.Answer.Values = values;
            changed = true;
        }
        if (changed)
        {
            (await db.People.SingleAsync(p => p.Id == me, stop)).Corrected |= Corrected.Answers;
            journal.Note("person.corrected", me.Value, me, after: nameof(Corrected.Answers));
        }
        await write.Commit(stop);
        return null;
    }
}

/// <summary>Answers stand on the page where a person sees what is known about them.</summary>
public sealed class AnswersAboutMe : IShowAboutMe
{
    public Type Component => typeof(MyAnswers);
}

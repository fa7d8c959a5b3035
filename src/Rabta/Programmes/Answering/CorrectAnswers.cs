using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;

namespace Rabta.Programmes.Answering;

/// <summary>Corrects one's own answers; several in a field are parted by a semicolon. A later import leaves them alone.</summary>
public sealed class CorrectAnswers(RabtaDb db, JournalOf journal) : IHandle<MyselfCorrected>
{
    private const string Prefix = "a-";

    /// <summary>The field of an answer on the page.</summary>
    public static string FieldOf(AnswerId answer) => $"{Prefix}{answer.Value:N}";

    public async Task Handle(MyselfCorrected told, CancellationToken stop)
    {
        var typed = told
            .Fields.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(f.Key.AsSpan(Prefix.Length), out _))
            .ToDictionary(f => new AnswerId(Guid.Parse(f.Key.AsSpan(Prefix.Length))), f => f.Value.ToString());
        if (typed.Count == 0)
            return;
        var (ids, me, enrolments, questions) = (typed.Keys.ToList(), told.Person.Id, db.Enrolments, db.Questions);
        var mine = await db
            .Answers.Where(a => ids.Contains(a.Id) && enrolments.Any(e => e.Id == a.EnrolmentId && e.PersonId == me))
            .Join(questions, a => a.QuestionId, q => q.Id, (a, q) => new { Answer = a, q.IsPrivate })
            .ToListAsync(stop);
        var changed = false;
        foreach (var one in mine)
        {
            List<string> values =
            [
                .. typed[one.Answer.Id].Split([';', '؛', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ];
            if (values.SequenceEqual(one.IsPrivate ? one.Answer.PrivateValues : one.Answer.Values))
                continue;
            if (one.IsPrivate)
                one.Answer.PrivateValues = values;
            else
                one.Answer.Values = values;
            changed = true;
        }
        if (!changed)
            return;
        told.Person.Corrected |= Corrected.Answers;
        journal.Note(People.JournalKinds.PersonCorrected, me, me, after: nameof(Corrected.Answers));
    }
}

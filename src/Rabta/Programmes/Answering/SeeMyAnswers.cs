using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Programmes.Answering;

/// <summary>A person's own answer. Private ones are included, as nobody else sees this page.</summary>
public sealed record MyAnswer(AnswerId Id, string Heading, bool IsPrivate, IReadOnlyList<string> Values);

/// <summary>A later module asks questions whose keys begin like this on a page of its own. They are left out elsewhere.</summary>
public sealed record AskedElsewhere(string Prefix);

/// <summary>What someone answered, for themself.</summary>
public sealed class SeeMyAnswers(RabtaDb db, IEnumerable<AskedElsewhere> elsewhere)
{
    public async Task<IReadOnlyList<MyAnswer>> Run(PersonId me, CancellationToken stop)
    {
        var (questions, enrolments) = (db.Questions, db.Enrolments);
        var answers = await db
            .Answers.Where(a => enrolments.Any(e => e.Id == a.EnrolmentId && e.PersonId == me))
            .Join(questions, a => a.QuestionId, q => q.Id, (a, q) => new { a, q })
            .AsNoTracking()
            .ToListAsync(stop);
        answers.RemoveAll(x => elsewhere.Any(e => x.q.Key.StartsWith(e.Prefix, StringComparison.Ordinal)));
        return
        [
            .. answers
                .OrderBy(x => x.q.Heading.ToString(), StringComparer.Ordinal)
                .ThenBy(x => x.a.Id.Value)
                .Select(x => new MyAnswer(x.a.Id, x.q.Heading.ToString(), x.q.IsPrivate, x.q.IsPrivate ? x.a.PrivateValues : x.a.Values)),
        ];
    }
}

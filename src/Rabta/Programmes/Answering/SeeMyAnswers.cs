using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Programmes.Answering;

/// <summary>A person's own answer. Private ones are included, as nobody else sees this page.</summary>
public sealed record MyAnswer(AnswerId Id, string Heading, bool IsPrivate, IReadOnlyList<string> Values);

public sealed record MyAnswersOf(IReadOnlyList<MyAnswer> Answers, IReadOnlyList<string> Wishes);

/// <summary>What someone answered and whom they wished for, for themself.</summary>
public sealed class SeeMyAnswers(RabtaDb db)
{
    public async Task<MyAnswersOf> Run(PersonId me, CancellationToken stop)
    {
        var (questions, enrolments, people) = (db.Questions, db.Enrolments, db.People);
        var answers = await db
            .Answers.Where(a => enrolments.Any(e => e.Id == a.EnrolmentId && e.PersonId == me))
            .Join(questions, a => a.QuestionId, q => q.Id, (a, q) => new { a, q })
            .AsNoTracking()
            .ToListAsync(stop);
        // Comfort has a page of its own.
        answers.RemoveAll(x => Aspects.IsOwn(x.q.Key));
        var wishes = await db
            .Wishes.Where(w => w.From == me)
            .OrderBy(w => w.Rank)
            .Join(people, w => w.To, p => p.Id, (w, p) => new { w.Rank, p })
            .AsNoTracking()
            .ToListAsync(stop);
        return new(
            [
                .. answers
                    .OrderBy(x => x.q.Heading.ToString(), StringComparer.Ordinal)
                    .ThenBy(x => x.a.Id.Value)
                    .Select(x => new MyAnswer(
                        x.a.Id,
                        x.q.Heading.ToString(),
                        x.q.IsPrivate,
                        x.q.IsPrivate ? x.a.PrivateValues : x.a.Values
                    )),
            ],
            [.. wishes.OrderBy(x => x.Rank).Select(x => x.p.NameIn(CultureInfo.CurrentUICulture))]
        );
    }
}

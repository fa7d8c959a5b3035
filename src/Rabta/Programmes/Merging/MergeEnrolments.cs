using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People.Merging;
using Rabta.Platform.Database;
using Rabta.Platform.Events;

namespace Rabta.Programmes.Merging;

/// <summary>
/// Where both people have the same part in one cohort, one enrolment stays: the answers of the other go over, and its places where this one
/// has none. The other enrolment stays with the person who goes, as somebody who left.
/// </summary>
public sealed class MergeEnrolments(RabtaDb db, IClock clock) : IHandle<PeopleMerging>, IHandle<PeopleParted>
{
    private const string Part = "enrolments";

    /// <summary>What was changed, to be undone.</summary>
    private sealed record Before(List<EnrolmentBefore> Enrolments, List<AnswerBefore> Answers);

    private sealed record EnrolmentBefore(Guid Id, int? Places, bool TakesNoNew, bool TookPart);

    private sealed record AnswerBefore(Guid Id, Guid Enrolment, List<string> Values, List<string> PrivateValues);

    public async Task Handle(PeopleMerging told, CancellationToken stop)
    {
        var ids = new[] { told.Kept.Id, told.Gone.Id };
        var all = await db.Enrolments.Where(e => ids.Contains(e.PersonId)).ToListAsync(stop);
        var before = new Before([], []);
        foreach (var theirs in all.Where(e => e.PersonId == told.Gone.Id))
            if (all.Find(e => e.PersonId == told.Kept.Id && e.CohortId == theirs.CohortId && e.Role == theirs.Role) is { } mine)
                await Merge(mine, theirs, told.KeepOthers, before, stop);
        if (before.Enrolments.Count > 0)
            told.Parts[Part] = JsonSerializer.Serialize(before);
    }

    public async Task Handle(PeopleParted told, CancellationToken stop)
    {
        if (!told.Parts.TryGetValue(Part, out var json))
            return;
        var before = JsonSerializer.Deserialize<Before>(json)!;
        foreach (var was in before.Enrolments)
        {
            var id = new EnrolmentId(was.Id);
            if (await db.Enrolments.FirstOrDefaultAsync(e => e.Id == id, stop) is not { } enrolment)
                continue;
            (enrolment.Places, enrolment.TakesNoNew) = (was.Places, was.TakesNoNew);
            if (was.TookPart)
                enrolment.ComeBack();
            else
                enrolment.Leave(clock.GetCurrentInstant());
        }
        foreach (var was in before.Answers)
        {
            var id = new AnswerId(was.Id);
            if (await db.Answers.FirstOrDefaultAsync(a => a.Id == id, stop) is not { } answer)
                continue;
            (answer.Values, answer.PrivateValues) = (was.Values, was.PrivateValues);
            db.Entry(answer).Property(a => a.EnrolmentId).CurrentValue = new(was.Enrolment);
        }
        await db.SaveChangesAsync(stop);
    }

    private async Task Merge(Enrolment mine, Enrolment theirs, bool keepOthers, Before before, CancellationToken stop)
    {
        foreach (var one in new[] { mine, theirs })
            before.Enrolments.Add(new(one.Id.Value, one.Places, one.TakesNoNew, one.TakesPart));
        var (places, others) = keepOthers ? (theirs.Places, mine.Places) : (mine.Places, theirs.Places);
        mine.Places = places ?? others;
        mine.TakesNoNew |= theirs.TakesNoNew;
        if (theirs.TakesPart)
            mine.ComeBack();
        theirs.Leave(clock.GetCurrentInstant());
        var answers = await db.Answers.Where(a => a.EnrolmentId == mine.Id || a.EnrolmentId == theirs.Id).ToListAsync(stop);
        foreach (var answer in answers.Where(a => a.EnrolmentId == theirs.Id))
            if (answers.Find(a => a.EnrolmentId == mine.Id && a.QuestionId == answer.QuestionId) is not { } own)
            {
                before.Answers.Add(Was(answer));
                db.Entry(answer).Property(a => a.EnrolmentId).CurrentValue = mine.Id;
            }
            else if (keepOthers)
            {
                before.Answers.Add(Was(own));
                (own.Values, own.PrivateValues) = ([.. answer.Values], [.. answer.PrivateValues]);
            }
    }

    private static AnswerBefore Was(Answer answer) =>
        new(answer.Id.Value, answer.EnrolmentId.Value, [.. answer.Values], [.. answer.PrivateValues]);
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Queueing;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Care.Reminding;

/// <summary>The person who has to act in a pair that waits.</summary>
public sealed record ToRemind(Mentorship Pair, IReadOnlyList<PersonId> People);

/// <summary>
/// Finds whom a reminder reaches and tells each of them once, however many pairs it is about. Runs in the caller's transaction.
/// </summary>
public sealed class SendReminders(RabtaDb db, FindWaiting find, INotify notify, ListOfNames list, IClock clock)
{
    /// <summary>The pairs of a kind that need a person now; one of them, or all.</summary>
    public async Task<List<ToRemind>> Waiting(WaitKind kind, MentorshipId? only, PersonId by, CancellationToken stop)
    {
        var waiting = (await find.All(by, clock.GetCurrentInstant(), stop)).Where(w => w.Kind == kind && !w.IsSnoozed).ToList();
        if (only is { } id)
            waiting.RemoveAll(w => w.Pair != id);
        var found = new List<ToRemind>();
        // In portions: SQLite takes only so many values at once.
        foreach (var portion in waiting.Select(w => w.Pair).Chunk(500))
        {
            var pairs = await db.Mentorships.AsNoTracking().Where(m => portion.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
            await kind.Read([.. pairs.Values], stop);
            found.AddRange(portion.Select(id => new ToRemind(pairs[id], kind.MustAct(pairs[id]))));
        }
        return found;
    }

    /// <summary>Everyone reminded of anything within a week.</summary>
    public async Task<HashSet<PersonId>> Lately(CancellationToken stop)
    {
        var since = clock.GetCurrentInstant() - Reminder.Apart;
        return [.. await db.Reminders.Where(r => r.At > since).Select(r => r.PersonId).Distinct().ToListAsync(stop)];
    }

    /// <summary>Answers the pairs in which somebody was told.</summary>
    public async Task<IReadOnlyList<Mentorship>> Notify(WaitKind kind, List<ToRemind> waiting, PersonId by, CancellationToken stop)
    {
        var lately = await Lately(stop);
        var now = clock.GetCurrentInstant();
        var people = waiting
            .SelectMany(w => w.People.Where(p => !lately.Contains(p)).Select(p => (Person: p, w.Pair)))
            .GroupBy(x => x.Person, x => x.Pair)
            .ToList();
        var names = await Names(people.SelectMany(g => g), stop);
        var programmes = await db.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        foreach (var pairs in people)
        {
            var (first, partners) = (pairs.First(), pairs.Select(p => names[p.Other(pairs.Key)]).ToList());
            db.Add(
                new Reminder
                {
                    PersonId = pairs.Key,
                    MentorshipId = first.Id,
                    About = kind.Name,
                    By = by,
                    At = now,
                }
            );
            notify.Notify(
                new(
                    kind.Reminder!,
                    pairs.Key,
                    [list.Of(partners), programmes[first.ProgrammeId]],
                    partners.Count == 1 ? PairPages.Of(first.Id) : "/",
                    now
                )
            );
        }
        var told = people.SelectMany(g => g).Distinct().ToList();
        var care = await db.KeepCareOf([.. told.Select(p => p.Id)], stop);
        foreach (var pair in told)
            care[pair.Id].Reminded(now, now + Reminder.Apart);
        return told;
    }

    private async Task<Dictionary<PersonId, Several>> Names(IEnumerable<Mentorship> pairs, CancellationToken stop)
    {
        var ids = pairs.SelectMany(p => new[] { p.MentorId, p.MenteeId }).Distinct().ToList();
        var names = new Dictionary<PersonId, Several>();
        // In portions: SQLite takes only so many values at once.
        foreach (var portion in ids.Chunk(500))
        foreach (var person in await db.People.AsNoTracking().Where(p => portion.Contains(p.Id)).ToListAsync(stop))
            names[person.Id] = person.EveryName;
        return names;
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Care.Queueing;

/// <summary>
/// One pair that needs a person. The reason for a change is not here; it is shown on the page where the change is settled.
/// </summary>
/// <param name="Care">What a coordinator last did for them, if anything.</param>
public sealed record QueueRow(WaitingPair Waiting, PairCare? Care, Instant? WaivedAt)
{
    public Mentorship Pair => Waiting.Pair;
    public WaitKind Kind => Waiting.Kind;
    public Instant Since => Waiting.Since;
}

/// <summary>What needs a person today, and what waits for an answer.</summary>
/// <param name="Standing">All standing pairs, the looker's own among them.</param>
/// <param name="Met">Of those, how many have met since the month began.</param>
/// <param name="Kinds">All there are, the most urgent first.</param>
/// <param name="Counts">By the name of the kind.</param>
public sealed record Queue(
    int Standing,
    int Met,
    IReadOnlyList<WaitKind> Kinds,
    IReadOnlyDictionary<string, int> Counts,
    int Snoozed,
    IReadOnlyList<QueueRow> Rows,
    IReadOnlyList<QueueRow> SnoozedRows
)
{
    public static readonly Queue Nothing = new(0, 0, [], new Dictionary<string, int>(), 0, [], []);

    public int Things => Counts.Values.Sum();
}

public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, int From, int Found);

/// <summary>The coordinator's queue. The same few statements for five pairs and for five thousand.</summary>
public sealed class SeeQueue(RabtaDb db, FindWaiting find, IClock clock)
{
    /// <summary>Of each kind the first page shows the longest waiting.</summary>
    public const int PerKind = 5;
    public const int PerPage = 20;

    public async Task<Queue> Run(PersonId viewer, Instant monthBegan, CancellationToken stop)
    {
        var (meetings, standing) = (db.PairMeetings, db.Mentorships.Where(m => m.EndedAt == null));
        var number = await standing.CountAsync(stop);
        var met = await standing.CountAsync(m => meetings.Any(p => p.MentorshipId == m.Id && p.LastMetAt >= monthBegan), stop);
        var waiting = await find.All(viewer, clock.GetCurrentInstant(), stop);
        var longest = waiting.GroupBy(w => (w.Kind, w.IsSnoozed)).SelectMany(g => g.Take(PerKind)).ToList();
        var rows = await Rows(longest, stop);
        return new(
            number,
            met,
            find.Kinds,
            waiting.Where(w => !w.IsSnoozed).CountBy(w => w.Kind.Name).ToDictionary(),
            waiting.Count(w => w.IsSnoozed),
            [.. rows.Where(r => !r.IsSnoozed).Select(r => r.Row)],
            [.. rows.Where(r => r.IsSnoozed).Select(r => r.Row).OrderBy(r => r.Care!.SnoozedUntil)]
        );
    }

    /// <param name="kind">Null for those that are snoozed, whatever they wait for.</param>
    public async Task<QueuePage> Run(WaitKind? kind, int page, PersonId viewer, CancellationToken stop)
    {
        var waiting = await find.All(viewer, clock.GetCurrentInstant(), stop);
        var found = waiting.Where(w => kind is null ? w.IsSnoozed : w.Kind == kind && !w.IsSnoozed).ToList();
        var from = (page - 1) * PerPage;
        var rows = await Rows([.. found.Skip(from).Take(PerPage)], stop);
        return new([.. rows.Select(r => r.Row)], from + 1, found.Count);
    }

    /// <summary>In the order given.</summary>
    private async Task<List<(QueueRow Row, bool IsSnoozed)>> Rows(List<FoundWaiting> found, CancellationToken stop)
    {
        var ids = found.ConvertAll(w => w.Pair);
        var people = db.People;
        var pairs = await db
            .Mentorships.AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Join(people, m => m.MenteeId, p => p.Id, (pair, mentee) => new { pair, mentee })
            .Join(
                people,
                x => x.pair.MentorId,
                p => p.Id,
                (x, mentor) =>
                    new
                    {
                        Pair = x.pair,
                        Mentee = x.mentee,
                        Mentor = mentor,
                    }
            )
            .ToDictionaryAsync(x => x.Pair.Id, stop);
        var care = await db.PairCare.AsNoTracking().Where(c => ids.Contains(c.MentorshipId)).ToDictionaryAsync(c => c.MentorshipId, stop);
        var waived = await db
            .PairMeetings.Where(m => ids.Contains(m.MentorshipId) && m.WaivedAt != null)
            .ToDictionaryAsync(m => m.MentorshipId, m => m.WaivedAt, stop);
        foreach (var kind in found.GroupBy(w => w.Kind))
            await kind.Key.Read([.. kind.Select(w => pairs[w.Pair].Pair)], stop);
        return found.ConvertAll(w =>
        {
            var (pair, mentee, mentor) = (pairs[w.Pair].Pair, pairs[w.Pair].Mentee, pairs[w.Pair].Mentor);
            return (
                new QueueRow(
                    new(pair, w.Kind, w.Since, Name.Display(mentee.Name, mentee.Names), Name.Display(mentor.Name, mentor.Names)),
                    care.GetValueOrDefault(w.Pair),
                    waived.GetValueOrDefault(w.Pair)
                ),
                w.IsSnoozed
            );
        });
    }
}

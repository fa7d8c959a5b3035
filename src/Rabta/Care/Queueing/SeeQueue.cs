using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Care.Queueing;

/// <summary>
/// One pair that needs a person. The reason for a change is not here; it is shown on the page where the change is settled.
/// </summary>
/// <param name="Asker">Who asked for a change, or can't take it on.</param>
/// <param name="InPerson">The programme wants the first meeting in person; whether it was waived stands on the pair.</param>
public sealed record QueueRow(
    Mentorship Pair,
    WaitKind Kind,
    Instant Since,
    string Mentee,
    string Mentor,
    bool MenteeAccepted,
    bool MentorAccepted,
    bool InPerson,
    PersonId? Asker
)
{
    public bool CanBeWaived => Kind == WaitKind.NotMet && Pair.MeetsInPersonFirst(InPerson);
}

/// <summary>What needs a person today, and what waits for an answer.</summary>
/// <param name="Standing">All standing pairs, the looker's own among them.</param>
/// <param name="Met">Of those, how many have met since the month began.</param>
public sealed record Queue(
    int Standing,
    int Met,
    IReadOnlyDictionary<WaitKind, int> Counts,
    int Resting,
    IReadOnlyList<QueueRow> Rows,
    IReadOnlyList<QueueRow> RestingRows
)
{
    public static readonly Queue Nothing = new(0, 0, new Dictionary<WaitKind, int>(), 0, [], []);

    public int Things => Counts.Values.Sum();
}

public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, int From, int Found);

/// <summary>The coordinator's queue. The same few statements for five pairs and for five thousand.</summary>
public sealed class SeeQueue(RabtaDb db, IClock clock)
{
    /// <summary>Of each kind the first page shows the longest waiting.</summary>
    public const int PerKind = 5;
    public const int PerPage = 20;

    public async Task<Queue> Run(PersonId viewer, Instant monthBegan, CancellationToken stop)
    {
        var standing = await db
            .Mentorships.Where(m => m.EndedAt == null)
            .GroupBy(m => 1)
            .Select(g => new { Number = g.Count(), Met = g.Count(m => m.LastMetAt >= monthBegan) })
            .FirstOrDefaultAsync(stop);
        var all = WaitingPairs.Of(db, viewer, clock.GetCurrentInstant());
        // Reads one short line for each waiting pair and counts them here: reading the whole table two or three times would cost more.
        var waiting = await all.Where(w => w.Kind != null)
            .OrderBy(w => w.Since)
            .ThenBy(w => w.Pair.Id)
            .Select(w => new
            {
                w.Pair.Id,
                Kind = w.Kind!.Value,
                w.Rests,
            })
            .ToListAsync(stop);
        var longest = waiting.GroupBy(w => new { w.Kind, w.Rests }).SelectMany(g => g.Take(PerKind)).Select(w => w.Id).ToList();
        var rows = await Rows(all.Where(w => w.Kind != null && longest.Contains(w.Pair.Id)), stop);
        return new(
            standing?.Number ?? 0,
            standing?.Met ?? 0,
            waiting.Where(w => !w.Rests).GroupBy(w => w.Kind).ToDictionary(g => g.Key, g => g.Count()),
            waiting.Count(w => w.Rests),
            [.. rows.Where(r => !r.Rests).Select(r => r.Row).OrderBy(r => r.Since)],
            [.. rows.Where(r => r.Rests).Select(r => r.Row).OrderBy(r => r.Pair.RestsUntil)]
        );
    }

    /// <param name="kind">Null for those at rest, whatever they wait for.</param>
    public async Task<QueuePage> Run(WaitKind? kind, int page, PersonId viewer, CancellationToken stop)
    {
        var all = WaitingPairs.Of(db, viewer, clock.GetCurrentInstant());
        var found = kind is null ? all.Where(w => w.Kind != null && w.Rests) : all.Where(w => w.Kind == kind && !w.Rests);
        var number = await found.CountAsync(stop);
        var from = (page - 1) * PerPage;
        var rows = await Rows(found.OrderBy(w => w.Since).ThenBy(w => w.Pair.Id).Skip(from).Take(PerPage), stop);
        return new([.. rows.Select(r => r.Row).OrderBy(r => r.Since)], from + 1, number);
    }

    private async Task<List<(QueueRow Row, bool Rests)>> Rows(IQueryable<WaitingPair> waiting, CancellationToken stop)
    {
        var (people, programmes) = (db.People, db.Programmes);
        var rows = await waiting
            .Join(people, w => w.Pair.MenteeId, p => p.Id, (w, mentee) => new { w, mentee })
            .Join(
                people,
                x => x.w.Pair.MentorId,
                p => p.Id,
                (x, mentor) =>
                    new
                    {
                        x.w,
                        x.mentee,
                        mentor,
                    }
            )
            .Join(
                programmes,
                x => x.w.Pair.ProgrammeId,
                p => p.Id,
                (x, programme) =>
                    new
                    {
                        x.w.Pair,
                        x.w.Kind,
                        x.w.Since,
                        x.w.Rests,
                        x.w.Version,
                        Mentee = x.mentee.Name,
                        MenteeUrdu = x.mentee.NameUrdu,
                        Mentor = x.mentor.Name,
                        MentorUrdu = x.mentor.NameUrdu,
                        programme.FirstMeetingInPerson,
                    }
            )
            .AsNoTracking()
            .ToListAsync(stop);
        var ids = rows.Select(r => r.Pair.Id).ToList();
        var askers = (
            await db
                .ChangeRequests.Where(c => c.SettledAt == null && ids.Contains(c.MentorshipId))
                .OrderBy(c => c.Kind)
                .ThenBy(c => c.At)
                .Select(c => new { c.MentorshipId, c.By })
                .ToListAsync(stop)
        )
            .GroupBy(c => c.MentorshipId)
            .ToDictionary(g => g.Key, g => g.First().By);
        return
        [
            .. rows.Select(r =>
                (
                    new QueueRow(
                        r.Pair,
                        r.Kind!.Value,
                        r.Since ?? r.Pair.BeganAt,
                        People.Name.Here(r.Mentee, r.MenteeUrdu),
                        People.Name.Here(r.Mentor, r.MentorUrdu),
                        r.Pair.MenteeAccepted >= r.Version,
                        r.Pair.MentorAccepted >= r.Version,
                        r.FirstMeetingInPerson,
                        askers.TryGetValue(r.Pair.Id, out var asker) ? asker : null
                    ),
                    r.Rests
                )
            ),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>A pair as staff see it: that it is, not what is said in it.</summary>
public sealed record PairRow(
    MentorshipId Id,
    PersonId MenteeId,
    string Mentee,
    PersonId MentorId,
    string Mentor,
    bool MenteeAccepted,
    bool MentorAccepted,
    bool AsksForChange
);

public sealed record PairsPageOf(IReadOnlyList<PairRow> Rows, int From, int To, int Found, int All, int Waiting)
{
    public static readonly PairsPageOf Nothing = new([], 0, 0, 0, 0, 0);
}

/// <summary>Standing pairs, twenty a page, by name or roll number.</summary>
public sealed class ListPairs(RabtaDb db)
{
    public const int PerPage = 20;

    /// <param name="viewer">
    /// The coordinator who looks. In a pair of their own the list does not show whether the partner asked for a change.
    /// </param>
    public async Task<PairsPageOf> Run(string? find, string? only, int page, PersonId viewer, CancellationToken stop)
    {
        var all = Standing(viewer);
        var count = await all.CountAsync(stop);
        var waiting = await all.CountAsync(x => !x.MenteeAccepted || !x.MentorAccepted, stop);
        var found = only switch
        {
            "waiting" => all.Where(x => !x.MenteeAccepted || !x.MentorAccepted),
            "change" => all.Where(x => x.Asks),
            _ => all,
        };
        if (!string.IsNullOrWhiteSpace(find))
        {
            var named = db.People.Holding(find, FoundBy.Number).Select(p => p.Id);
            found = found.Where(x => named.Contains(x.Pair.MenteeId) || named.Contains(x.Pair.MentorId));
        }
        var number = await found.CountAsync(stop);
        var rows = await found
            .OrderBy(x => x.Mentee.Name)
            .ThenBy(x => x.Pair.Id)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .AsNoTracking()
            .ToListAsync(stop);
        return new(
            [
                .. rows.Select(x => new PairRow(
                    x.Pair.Id,
                    x.Mentee.Id,
                    x.Mentee.DisplayName,
                    x.Mentor.Id,
                    x.Mentor.DisplayName,
                    x.MenteeAccepted,
                    x.MentorAccepted,
                    x.Asks
                )),
            ],
            number == 0 ? 0 : (page - 1) * PerPage + 1,
            (page - 1) * PerPage + rows.Count,
            number,
            count,
            waiting
        );
    }

    private sealed class StandingPair
    {
        public required Mentorship Pair { get; init; }
        public required Person Mentee { get; init; }
        public required Person Mentor { get; init; }
        public required bool MenteeAccepted { get; init; }
        public required bool MentorAccepted { get; init; }
        public required bool Asks { get; init; }
    }

    private IQueryable<StandingPair> Standing(PersonId viewer)
    {
        var (people, asked) = (db.People, db.ChangeRequests);
        var rules = db.GroundRules.GroupBy(r => r.ProgrammeId).Select(g => new { Programme = g.Key, Version = g.Max(r => r.Version) });
        return db
            .Mentorships.Where(m => m.EndedAt == null)
            .Join(people, m => m.MenteeId, p => p.Id, (m, mentee) => new { Pair = m, Mentee = mentee })
            .Join(
                people,
                x => x.Pair.MentorId,
                p => p.Id,
                (x, mentor) =>
                    new
                    {
                        x.Pair,
                        x.Mentee,
                        Mentor = mentor,
                    }
            )
            .Join(
                rules,
                x => x.Pair.ProgrammeId,
                r => r.Programme,
                (x, r) =>
                    new StandingPair
                    {
                        Pair = x.Pair,
                        Mentee = x.Mentee,
                        Mentor = x.Mentor,
                        MenteeAccepted = x.Pair.MenteeAccepted >= r.Version,
                        MentorAccepted = x.Pair.MentorAccepted >= r.Version,
                        Asks =
                            x.Pair.MentorId != viewer
                            && x.Pair.MenteeId != viewer
                            && asked.Any(c => c.MentorshipId == x.Pair.Id && c.SettledAt == null),
                    }
            );
    }
}

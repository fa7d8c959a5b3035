using System.Globalization;
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
        var people = db.People;
        var rules = db.GroundRules.GroupBy(r => r.ProgrammeId).Select(g => new { Programme = g.Key, Version = g.Max(r => r.Version) });
        var asked = db.ChangeRequests;
        var all = db
            .Mentorships.Where(m => m.EndedAt == null)
            .Join(people, m => m.MenteeId, p => p.Id, (m, mentee) => new { m, mentee })
            .Join(
                people,
                x => x.m.MentorId,
                p => p.Id,
                (x, mentor) =>
                    new
                    {
                        x.m,
                        x.mentee,
                        mentor,
                    }
            )
            .Join(
                rules,
                x => x.m.ProgrammeId,
                r => r.Programme,
                (x, r) =>
                    new
                    {
                        x.m,
                        x.mentee,
                        x.mentor,
                        MenteeAccepted = x.m.MenteeAccepted >= r.Version,
                        MentorAccepted = x.m.MentorAccepted >= r.Version,
                        Asks = x.m.MentorId != viewer
                            && x.m.MenteeId != viewer
                            && asked.Any(c => c.MentorshipId == x.m.Id && c.SettledAt == null),
                    }
            );
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
            found = found.Where(x => named.Contains(x.m.MenteeId) || named.Contains(x.m.MentorId));
        }
        var number = await found.CountAsync(stop);
        var rows = await found
            .OrderBy(x => x.mentee.Name)
            .ThenBy(x => x.m.Id)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .AsNoTracking()
            .ToListAsync(stop);
        var culture = CultureInfo.CurrentUICulture;
        return new(
            [
                .. rows.Select(x => new PairRow(
                    x.m.Id,
                    x.mentee.Id,
                    x.mentee.NameIn(culture),
                    x.mentor.Id,
                    x.mentor.NameIn(culture),
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
}

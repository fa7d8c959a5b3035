using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Database;

namespace Rabta.Matches.Publishing;

/// <summary>Whom a publication would reach: one mail a person with an address; the others need a printed slip.</summary>
public sealed record Reached(
    Round Round,
    int Pairs,
    int Mentors,
    int Mails,
    int WithoutAddress,
    IReadOnlyList<string> SomeWithout,
    int Approved
);

public sealed class SeeAudience(RabtaDb db)
{
    public const int NamesShown = 10;

    /// <summary>Null where there is no such round.</summary>
    public async Task<Reached?> Run(RoundId id, CancellationToken stop)
    {
        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop);
        if (round is null)
            return null;
        var pairs = db.RoundPairs.Where(p => p.RoundId == id);
        var (count, mentors) = (await pairs.CountAsync(stop), await pairs.Select(p => p.MentorId).Distinct().CountAsync(stop));
        var (asMentor, asMentee) = (pairs.Select(p => p.MentorId), pairs.Select(p => p.MenteeId));
        var without = db.People.Where(p => p.Address == null && (asMentor.Contains(p.Id) || asMentee.Contains(p.Id)));
        var names = await without.OrderBy(p => p.Name).Take(NamesShown).Select(p => new { p.Name, p.Names }).ToListAsync(stop);
        var missing =
            await db.People.CountAsync(p => p.Address == null && asMentor.Contains(p.Id), stop)
            + await db.People.CountAsync(p => p.Address == null && asMentee.Contains(p.Id), stop);
        return new(
            round,
            count,
            mentors,
            count + mentors - missing,
            await without.CountAsync(stop),
            names.ConvertAll(n => Name.Display(n.Name, n.Names)),
            await pairs.CountAsync(p => p.IsPinned, stop)
        );
    }
}

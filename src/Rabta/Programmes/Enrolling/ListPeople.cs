using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Programmes.Enrolling;

/// <summary>Somebody who takes part, as staff see them.</summary>
public sealed record PersonRow(PersonId Id, string Name, string? Number, ProgrammeRoles Roles);

public sealed record PeoplePageOf(IReadOnlyList<PersonRow> Rows, int From, int To, int Found, int All)
{
    public static readonly PeoplePageOf Nothing = new([], 0, 0, 0, 0);
}

/// <summary>Everyone who takes part, twenty a page, by name, address or number.</summary>
public sealed class ListPeople(RabtaDb db)
{
    public const int PerPage = 20;

    public async Task<PeoplePageOf> Run(string? find, int page, CancellationToken stop)
    {
        var enrolments = db.Enrolments;
        var all = db.People.Where(p => enrolments.Any(e => e.PersonId == p.Id));
        var count = await all.CountAsync(stop);
        var found = all.Holding(find, FoundBy.Number | FoundBy.Address);
        var number = await found.CountAsync(stop);
        var rows = await found
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .AsNoTracking()
            .ToListAsync(stop);
        var ids = rows.ConvertAll(p => p.Id);
        var roles = (
            await enrolments.Where(e => ids.Contains(e.PersonId)).Select(e => new { e.PersonId, e.Role }).ToListAsync(stop)
        ).ToLookup(e => e.PersonId, e => e.Role == ProgrammeRole.Mentor ? ProgrammeRoles.Mentor : ProgrammeRoles.Mentee);
        return new(
            [
                .. rows.Select(p => new PersonRow(
                    p.Id,
                    p.DisplayName,
                    p.Number,
                    roles[p.Id].Aggregate(ProgrammeRoles.None, (all, role) => all | role)
                )),
            ],
            number == 0 ? 0 : (page - 1) * PerPage + 1,
            (page - 1) * PerPage + rows.Count,
            number,
            count
        );
    }
}

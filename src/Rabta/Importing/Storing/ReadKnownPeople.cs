using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>Reads who is stored already: everyone of the institution, and their parts in a cohort.</summary>
public sealed class ReadKnownPeople(RabtaDb db)
{
    public async Task<KnownPeople> Run(CohortId? cohort, CancellationToken stop)
    {
        var roles = (await db.Enrolments.Where(e => e.CohortId == cohort).Select(e => new { e.PersonId, e.Role }).ToListAsync(stop))
            .GroupBy(e => e.PersonId)
            .ToDictionary(
                own => own.Key,
                own =>
                    own.Aggregate(
                        ProgrammeRoles.None,
                        (all, e) => all | (e.Role == ProgrammeRole.Mentor ? ProgrammeRoles.Mentor : ProgrammeRoles.Mentee)
                    )
            );
        var people = await db
            .People.OrderBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Names,
                p.AddressKey,
                p.Number,
                p.ListedName,
            })
            .ToListAsync(stop);
        return new KnownPeople([
            .. people.Select(p =>
                KnownPerson.Of(p.Id, p.Name, p.Names, p.AddressKey, p.Number, roles.GetValueOrDefault(p.Id), p.ListedName)
            ),
        ]);
    }
}

/// <summary>Reads lists as they would go in now, without changing anything.</summary>
public sealed class LookAtLists(RabtaDb db, ReadKnownPeople known)
{
    public async Task<Roster> Run(string programme, TwoLists lists, CancellationToken stop)
    {
        var found = (await db.Programmes.AsNoTracking().ToListAsync(stop)).FirstOrDefault(p => p.IsCalled(programme));
        CohortId? cohort = await db.Cohorts.NewestOf(found?.Id).Select(c => (CohortId?)c.Id).FirstOrDefaultAsync(stop);
        return lists.Read(await known.Run(cohort, stop));
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>Stores who wishes for whom, who was recommended and who must not be matched. Within the caller's transaction.</summary>
public sealed class StoreLinks(RabtaDb db)
{
    private const int AtATime = 1_000;

    /// <summary>Answers who kept wishes of their own.</summary>
    public async Task<IReadOnlyList<KeptOwn>> Run(CohortId cohort, Roster roster, PersonId[] ids, CancellationToken stop)
    {
        PersonId Who(PersonReference reference) => reference.Known ?? ids[reference.Person];
        var rows = roster.People.SelectMany(person => person.Rows, (person, row) => (Self: ids[person.Index], Row: row)).ToList();
        var wishing = rows.Where(own => own.Row.Wishes.Count > 0).ToList();
        var own = await TheirOwn([.. wishing.Select(row => row.Self)], stop);
        await Wishes(cohort, [.. wishing.Where(row => !own.ContainsKey(row.Self))], Who, stop);
        await Recommendations(cohort, [.. rows.Where(own => own.Row.Recommendations.Count > 0)], Who, stop);
        await Conflicts(cohort, [.. rows.Where(own => own.Row.Conflicts.Count > 0)], Who, stop);
        return [.. own.Values.Select(name => new KeptOwn(name, Corrected.Wishes))];
    }

    private async Task<Dictionary<PersonId, string>> TheirOwn(HashSet<PersonId> wishing, CancellationToken stop) =>
        (await db.People.Where(p => (p.Corrected & Corrected.Wishes) != 0).Select(p => new { p.Id, p.Name }).ToListAsync(stop))
            .Where(p => wishing.Contains(p.Id))
            .ToDictionary(p => p.Id, p => p.Name);

    /// <summary>The newest list has somebody's wishes, all of them. Empty cells leave what was wished before.</summary>
    private async Task Wishes(
        CohortId cohort,
        List<(PersonId Self, RosterRow Row)> rows,
        Func<PersonReference, PersonId> who,
        CancellationToken stop
    )
    {
        var hasSome = await db.Wishes.AnyAsync(w => w.CohortId == cohort, stop);
        foreach (var some in rows.GroupBy(own => RoleOf(own.Row)).SelectMany(role => role.Chunk(AtATime)))
        {
            var (role, from) = (RoleOf(some[0].Row), some.Select(own => own.Self).ToList());
            if (hasSome)
                await db.Wishes.Where(w => w.CohortId == cohort && w.FromRole == role && from.Contains(w.From)).ExecuteDeleteAsync(stop);
            foreach (var (self, row) in some)
                db.AddRange(
                    row.Wishes.Select(who)
                        .Distinct()
                        .Select(
                            (to, i) =>
                                new Wish
                                {
                                    CohortId = cohort,
                                    From = self,
                                    FromRole = role,
                                    To = to,
                                    Rank = i + 1,
                                }
                        )
                );
            await Save(stop);
        }
    }

    /// <summary>A list that says who recommends says it openly, so the two may read the name.</summary>
    private async Task Recommendations(
        CohortId cohort,
        List<(PersonId Self, RosterRow Row)> rows,
        Func<PersonReference, PersonId> who,
        CancellationToken stop
    )
    {
        if (rows.Count == 0)
            return;
        var stored = await db
            .Recommendations.Where(r => r.CohortId == cohort && r.ByPerson == null)
            .ToDictionaryAsync(r => (r.MenteeId, r.MentorId), stop);
        foreach (var (self, row) in rows)
        foreach (var given in row.Recommendations)
        {
            var pair =
                row.Role == ProgrammeRoles.Mentee ? (Mentee: self, Mentor: who(given.Person)) : (Mentee: who(given.Person), Mentor: self);
            if (!stored.TryGetValue(pair, out var recommendation))
                db.Add(
                    stored[pair] = recommendation =
                        new Rabta.Preferences.Recommendation
                        {
                            CohortId = cohort,
                            MenteeId = pair.Mentee,
                            MentorId = pair.Mentor,
                        }
                );
            recommendation.By = given.By ?? recommendation.By;
            recommendation.Why = given.Why ?? recommendation.Why;
            recommendation.MayBeNamed |= given.By is not null;
        }
        await Save(stop);
    }

    /// <summary>One row a pair, the smaller id first: it holds both ways.</summary>
    private async Task Conflicts(
        CohortId cohort,
        List<(PersonId Self, RosterRow Row)> rows,
        Func<PersonReference, PersonId> who,
        CancellationToken stop
    )
    {
        if (rows.Count == 0)
            return;
        var stored = (await db.Conflicts.Where(c => c.CohortId == cohort).Select(c => new { c.One, c.Other }).ToListAsync(stop))
            .Select(c => InOrder(c.One, c.Other))
            .ToHashSet();
        foreach (var pair in rows.SelectMany(own => own.Row.Conflicts.Select(other => InOrder(own.Self, who(other)))).Where(stored.Add))
            db.Add(
                new Conflict
                {
                    CohortId = cohort,
                    One = pair.One,
                    Other = pair.Other,
                }
            );
        await Save(stop);
    }

    private async Task Save(CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static (PersonId One, PersonId Other) InOrder(PersonId one, PersonId other) =>
        one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);

    private static ProgrammeRole RoleOf(RosterRow row) => row.Role == ProgrammeRoles.Mentor ? ProgrammeRole.Mentor : ProgrammeRole.Mentee;
}

using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

/// <summary>
/// Finds the people whom typed words mean: by full name in either script, or by number, if exactly one person of that part has it. Nothing
/// is guessed.
/// </summary>
public sealed class FindPair(RabtaDb db)
{
    public async Task<(PersonId? Mentee, PersonId? Mentor)> Run(CohortId cohort, string mentee, string mentor, CancellationToken stop)
    {
        var people = db.People;
        var enrolled = await db
            .Enrolments.Where(e => e.CohortId == cohort)
            .Join(
                people,
                e => e.PersonId,
                p => p.Id,
                (e, p) =>
                    new
                    {
                        e.Part,
                        p.Id,
                        p.Name,
                        p.NameUrdu,
                        p.Number,
                    }
            )
            .ToListAsync(stop);
        PersonId? Only(Part part, string typed)
        {
            var key = Values.Key(typed);
            var fitting = enrolled
                .Where(e => e.Part == part && key.Length > 0 && (Values.Key(e.Name) == key || Is(e.NameUrdu, key) || Is(e.Number, key)))
                .Select(e => e.Id)
                .Distinct()
                .Take(2)
                .ToList();
            return fitting is [var one] ? one : null;
        }
        var (first, second) = (Only(Part.Mentee, mentee), Only(Part.Mentor, mentor));
        return first == second ? (null, null) : (first, second);
    }

    private static bool Is(string? known, string key) => known is { Length: > 0 } && Values.Key(known) == key;
}

using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Recommending;

/// <summary>
/// Finds the people whom typed words mean: by full name in any script, or by number, if exactly one person of that part has it. Nothing
/// is guessed.
/// </summary>
public sealed class FindPair(RabtaDb db)
{
    public async Task<(PersonId? Mentee, PersonId? Mentor)> Run(CohortId cohort, string mentee, string mentor, CancellationToken stop)
    {
        var (first, second) = (
            await Only(cohort, ProgrammeRole.Mentee, mentee, stop),
            await Only(cohort, ProgrammeRole.Mentor, mentor, stop)
        );
        return first == second ? (null, null) : (first, second);
    }

    private async Task<PersonId?> Only(CohortId cohort, ProgrammeRole role, string typed, CancellationToken stop)
    {
        var enrolments = db.TakingPart;
        var fitting = await db
            .People.Called(typed, FoundBy.Number)
            .Where(p => enrolments.Any(e => e.CohortId == cohort && e.Role == role && e.PersonId == p.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(2)
            .ToListAsync(stop);
        return fitting is [var one] ? one : null;
    }
}

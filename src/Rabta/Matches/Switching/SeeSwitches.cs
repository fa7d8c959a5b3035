using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Running;
using Rabta.Matching;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;

namespace Rabta.Matches.Switching;

/// <summary>A mentor whom a mentee could go to, and what else would happen.</summary>
/// <param name="Reasons">How many things speak for the two: what they share, wishes, recommendations.</param>
/// <param name="GetsThePlace">Somebody without a mentor who could have the place that becomes free.</param>
public sealed record SwitchTo(PersonId Mentor, string Name, int Free, bool IsWished, int Likeness, string? GetsThePlace);

/// <summary>Where a mentee who asked for a change could go without anybody else being moved. Nobody is moved by looking.</summary>
public sealed class SeeSwitches(RabtaDb db, ReadCohort read)
{
    public const int Most = 5;

    /// <summary>Best first; empty where there is no place, or the pair has ended.</summary>
    public async Task<IReadOnlyList<SwitchTo>> Run(MentorshipId pair, CancellationToken stop)
    {
        if (await db.Mentorships.AsNoTracking().FirstOrDefaultAsync(m => m.Id == pair && m.EndedAt == null, stop) is not { } mentorship)
            return [];
        return Of(new CohortProblem(await read.Run(mentorship.CohortId, stop), 0, default), mentorship);
    }

    /// <summary>For several standing pairs of one cohort, which is read once.</summary>
    public async Task<Dictionary<MentorshipId, IReadOnlyList<SwitchTo>>> Each(
        CohortId cohort,
        IReadOnlyList<Mentorship> pairs,
        CancellationToken stop
    )
    {
        var people = new CohortProblem(await read.Run(cohort, stop), 0, default);
        return pairs.ToDictionary(p => p.Id, p => Of(people, p));
    }

    private static IReadOnlyList<SwitchTo> Of(CohortProblem people, Mentorship mentorship)
    {
        if (!people.HasMentee(mentorship.MenteeId) || !people.HasMentor(mentorship.MentorId))
            return [];
        var found = Switches.Of(people.Problem, people.KeyOf(mentorship.MenteeId), Most);
        return
        [
            .. found.Select(f => new SwitchTo(
                people.PersonOf(f.Mentor).Id,
                people.NameOf(f.Mentor),
                f.Free,
                f.WishRank is not null,
                f.Likeness,
                f.Placed is { } placed ? people.NameOf(placed) : null
            )),
        ];
    }
}

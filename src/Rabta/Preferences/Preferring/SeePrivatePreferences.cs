using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences.Preferring;

/// <summary>One aspect as its owner has it: what they are, what they would rather have or need.</summary>
public sealed record MyPreference(Aspect Aspect, IReadOnlyList<string> Own, Strength? Strength, bool LikeMe, IReadOnlyList<string> Wanted);

/// <summary>Someone's own comfort in a cohort, for nobody else.</summary>
public sealed class SeePrivatePreferences(RabtaDb db)
{
    /// <summary>Null where they have no part in the cohort.</summary>
    public async Task<(IReadOnlyList<ProgrammeRole> Roles, IReadOnlyList<MyPreference> Mine)?> Run(
        CohortId cohort,
        PersonId me,
        CancellationToken stop
    )
    {
        var enrolments = await db
            .Enrolments.AsNoTracking()
            .Where(e => e.CohortId == cohort && e.PersonId == me)
            .OrderBy(e => e.Role)
            .ToListAsync(stop);
        if (enrolments.Count == 0)
            return null;
        var ids = enrolments.ConvertAll(e => e.Id);
        var answers = (
            await db
                .Answers.Where(a => ids.Contains(a.EnrolmentId))
                .Join(db.Questions, a => a.QuestionId, q => q.Id, (a, q) => new { a, q.Key })
                .AsNoTracking()
                .ToListAsync(stop)
        )
            .Select(x => (Aspect: Aspects.Of(x.Key), IsOwn: Aspects.IsOwn(x.Key), Values: x.a.Values.Concat(x.a.PrivateValues).ToList()))
            .Where(x => x.Aspect is not null && x.Values.Count > 0)
            .ToLookup(x => x.Aspect!.Value);
        var wants = await db
            .PrivatePreferences.AsNoTracking()
            .Where(c => c.CohortId == cohort && c.PersonId == me)
            .ToDictionaryAsync(c => c.Aspect, stop);
        return (
            [.. enrolments.Select(e => e.Role)],
            [
                .. Enum.GetValues<Aspect>()
                    .Select(aspect =>
                    {
                        var own = answers[aspect].OrderByDescending(a => a.IsOwn).Select(a => a.Values).FirstOrDefault() ?? [];
                        var want = wants.GetValueOrDefault(aspect);
                        return new MyPreference(aspect, InChoices(aspect, own), want?.Strength, want?.LikeMe ?? false, want?.Wanted ?? []);
                    }),
            ]
        );
    }

    // An answer such as "Female" that came with a list is shown as the choice it means.
    private static List<string> InChoices(Aspect aspect, List<string> values) =>
        values.ConvertAll(v => Aspects.ChoicesOf(aspect).FirstOrDefault(c => Aspects.KeyOf(c) == Aspects.KeyOf(v)) ?? v);
}

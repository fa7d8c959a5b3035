using Rabta.Matching.Results;
using Rabta.Preferences.Fitting;

namespace Rabta.Matches.Running;

/// <summary>Turns into rows what kept a mentee without a mentor. The heading of a private question is left out.</summary>
internal static class RemovalsOf
{
    public static List<Removed> Mentee(UnmatchedExplanation explained, CohortProblem people) =>
        [
            .. explained.Removals.Select(r => new Removed(
                r.Removal.Kind,
                r.Mentors,
                r.Removal.Question is { } id && people.Questions[id] is { IsPrivate: false } question ? question.Heading : null
            )),
        ];
}

using Rabta.Matching.Problems;
using Rabta.Platform.Access;
using Rabta.Preferences.Fitting;

namespace Rabta.Matches.Running;

/// <summary>Why a cohort can't be matched as it was put, with the names a coordinator knows.</summary>
internal static class ContradictionWords
{
    public static Refusal Of(Contradiction found, CohortProblem people)
    {
        string Named(string? key) => key is null ? "" : people.NameOf(key);
        return found.Kind switch
        {
            ContradictionKind.PinOnSamePerson
            or ContradictionKind.PinAgainstConflict
            or ContradictionKind.PinAgainstForbid
            or ContradictionKind.PinAgainstRule => new($"contradiction.{found.Kind}", Named(found.Mentee), Named(found.Mentor)),
            ContradictionKind.PinsOverPlaces => new("contradiction.PinsOverPlaces", Named(found.Mentor)),
            _ => new("contradiction.other", found.Kind.ToString()),
        };
    }
}

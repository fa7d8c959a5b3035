using Rabta.Matching.Results;

namespace Rabta.Matching.Solving;

/// <summary>Tells from the final state why a mentee is left; see <see cref="UnmatchedReason"/> for the meaning of each.</summary>
/// <remarks>O(mentors x rules) a mentee. That acceptable mentors are full is what stability means for an unmatched mentee.</remarks>
internal sealed class UnmatchedReasons(Roster roster, HardRules rules)
{
    private readonly bool _hasPlaces = roster.Mentors.Any(mentor => mentor.Places > 0);

    public UnmatchedReason Of(int mentee)
    {
        if (!_hasPlaces)
            return UnmatchedReason.NoPlacesAnywhere;

        RemovalKind? only = null;
        var isMixed = false;
        for (var mentor = 0; mentor < roster.Mentors.Length; mentor++)
        {
            if (roster.Mentors[mentor].Places == 0)
                continue;
            var kind = rules.Against(mentee, mentor).Kind;
            if (kind == RemovalKind.None)
                return UnmatchedReason.AllFull;
            if (kind == RemovalKind.SamePerson)
                continue;
            isMixed |= only is { } other && other != kind;
            only = kind;
        }
        return (isMixed, only) switch
        {
            (false, RemovalKind.Conflict) => UnmatchedReason.Conflict,
            (false, RemovalKind.Rule) => UnmatchedReason.Rule,
            _ => UnmatchedReason.NoAcceptableMentor,
        };
    }
}

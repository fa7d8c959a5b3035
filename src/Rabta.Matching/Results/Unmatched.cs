namespace Rabta.Matching.Results;

/// <summary>Why a mentee has no mentor, told from the final state by the first line that holds.</summary>
/// <remarks>
/// Only mentors with places who are not the mentee themselves are considered below the first line;
/// of several hard rules against one mentor the first in the order of <see cref="RemovalKind"/> counts.
/// </remarks>
public enum UnmatchedReason
{
    /// <summary><c>no-places-anywhere</c>: no mentor offers any place (or there is no mentor).</summary>
    NoPlacesAnywhere,

    /// <summary><c>all-full</c>: at least one mentor is acceptable; every acceptable one is full.</summary>
    AllFull,

    /// <summary><c>conflict</c>: every mentor is removed by a conflict.</summary>
    Conflict,

    /// <summary><c>rule</c>: every mentor is removed by a must-equal or must-differ question.</summary>
    Rule,

    /// <summary><c>no-acceptable-mentor</c>: different rules remove different mentors, a forbid does, or nobody is left.</summary>
    NoAcceptableMentor,
}

/// <summary>A mentee without a mentor.</summary>
public readonly record struct Unmatched(string Mentee, UnmatchedReason Reason);

/// <summary>The reasons as they are written in files and answers.</summary>
public static class UnmatchedReasonCodes
{
    public static string Code(this UnmatchedReason reason) =>
        reason switch
        {
            UnmatchedReason.NoPlacesAnywhere => "no-places-anywhere",
            UnmatchedReason.AllFull => "all-full",
            UnmatchedReason.Conflict => "conflict",
            UnmatchedReason.Rule => "rule",
            _ => "no-acceptable-mentor",
        };
}

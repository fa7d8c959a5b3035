namespace Rabta.Mentorships.States;

/// <summary>Where a pair stands. Small on purpose: a module adds acts, not states.</summary>
public enum PairState
{
    /// <summary>Published; not both have accepted the ground rules.</summary>
    Published,
    BothAccepted,

    /// <summary>Times are on offer.</summary>
    Proposed,
    Planned,

    /// <summary>The planned time has come; nobody has said yet what came of it.</summary>
    Begun,

    /// <summary>They have met, and nothing is on offer or planned.</summary>
    UnderWay,
    Ended,
}

public static class PairStates
{
    /// <summary>Both have accepted the ground rules, and the mentorship has not ended.</summary>
    public static readonly PairState[] Accepted =
    [
        PairState.BothAccepted,
        PairState.Proposed,
        PairState.Planned,
        PairState.Begun,
        PairState.UnderWay,
    ];

    public static readonly PairState[] Standing = [PairState.Published, .. Accepted];
}

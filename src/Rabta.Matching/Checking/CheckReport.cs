using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>What can be wrong with a result.</summary>
public enum CheckCode
{
    /// <summary>A pair or the list of unmatched names somebody who does not take part.</summary>
    UnknownPerson,

    /// <summary>A mentee in two pairs, twice unmatched, or both.</summary>
    MenteeTwice,

    /// <summary>A mentee in no pair and not among the unmatched.</summary>
    Missing,

    /// <summary>A mentor with more mentees than places (or than standing mentorships, where those are more).</summary>
    OverPlaces,
    SamePerson,
    Conflict,
    Forbidden,
    Rule,

    /// <summary>A pair one of whom does not list the other, or that a rule removed before.</summary>
    Unacceptable,
    PinNotHonoured,
    IncumbentMoved,

    /// <summary>Two people who would both rather have each other than what they got.</summary>
    BlockingPair,
}

/// <summary>One finding, with the keys concerned.</summary>
public sealed record CheckProblem(CheckCode Code, string? Mentee, string? Mentor, Because Because = Because.None);

/// <summary>What the check found. Each list stops at <see cref="MostListed"/>; the counts do not.</summary>
/// <param name="Problems">Faults: with any, the result must not be published.</param>
/// <param name="ProblemCount">All faults.</param>
/// <param name="Explained">Blocking pairs that a pin or a standing mentorship explains: to be told, not to be mended.</param>
/// <param name="ExplainedCount">All of those, and those that only the mode explains.</param>
/// <param name="ObjectiveCount">Those that only the mode explains.</param>
public sealed record CheckReport(
    IReadOnlyList<CheckProblem> Problems,
    int ProblemCount,
    IReadOnlyList<CheckProblem> Explained,
    int ExplainedCount,
    int ObjectiveCount = 0
)
{
    /// <summary>A round with thousands of standing mentorships may have millions of explained blocking pairs.</summary>
    public const int MostListed = 1000;

    public bool Ok => ProblemCount == 0;
}

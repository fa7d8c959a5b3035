using Rabta.Matching.Problems;

namespace Rabta.Matching.Results;

/// <summary>
/// Why two people are not paired, as both of them may hear it: nobody's order of preference shows through, not even their own.
/// </summary>
public enum MissingReason
{
    /// <summary>They are paired.</summary>
    Paired,

    /// <summary>A rule keeps them apart; which one, staff know.</summary>
    KeptApart,

    /// <summary>The mentee has somebody else.</summary>
    HasMentor,

    /// <summary>The mentor is full with people already agreed.</summary>
    Full,

    /// <summary>Both have room: the round aimed at something else than this pair.</summary>
    Room,
}

/// <summary>Where the line fell, for staff only: it tells what people wish.</summary>
/// <param name="MenteeWouldRather">Than whom they have, or than nobody.</param>
/// <param name="MentorWouldRather">Than the lowest of those who could be let go; or there is a free place.</param>
/// <param name="ByLottery">The mentor holds somebody placed equally, and the mentee would rather have been that one.</param>
public sealed record Cutoff(bool MenteeWouldRather, bool MentorWouldRather, bool ByLottery)
{
    /// <summary>Both would rather: the pair blocks the result.</summary>
    public bool Blocks => MenteeWouldRather && MentorWouldRather;
}

/// <param name="Rule">For staff only, as it may be a private answer.</param>
/// <param name="Cutoff">Null where the two are paired or kept apart.</param>
public sealed record MissingPair(Pair Pair, MissingReason Reason, Removal Rule, Cutoff? Cutoff);

using System.Diagnostics.CodeAnalysis;
using Rabta.Matching.Checking;
using Rabta.Matching.Problems;

namespace Rabta.Matching.Results;

/// <summary>Either the contradictions for which nothing was solved, or a result with its check.</summary>
public sealed record MatchingOutcome(IReadOnlyList<Contradiction> Contradictions, MatchingResult? Result, CheckReport? Check)
{
    /// <summary>Whether the problem made sense.</summary>
    [MemberNotNullWhen(true, nameof(Result), nameof(Check))]
    public bool IsSolved => Result is not null && Check is not null;

    /// <summary>Whether the result passed the independent check. Nothing else may be published.</summary>
    [MemberNotNullWhen(true, nameof(Result), nameof(Check))]
    public bool CanBePublished => IsSolved && Check.Ok;
}

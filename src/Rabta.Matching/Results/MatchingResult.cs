using Rabta.Matching.Problems;

namespace Rabta.Matching.Results;

/// <summary>Who is paired with whom, and who is left and why; each mentee is in exactly one of the two.</summary>
/// <param name="Pairs">By mentee key; pins and standing mentorships are among them.</param>
/// <param name="Unmatched">By mentee key.</param>
/// <param name="Seed">The seed that decided ties, to be kept with the result.</param>
/// <param name="Points">The sum of the points of the pairs made here (see the README), whatever the mode aims at.</param>
public sealed record MatchingResult(IReadOnlyList<Pair> Pairs, IReadOnlyList<Unmatched> Unmatched, ulong Seed, long Points = 0);

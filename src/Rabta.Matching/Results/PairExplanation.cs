using Rabta.Matching.Problems;

namespace Rabta.Matching.Results;

/// <summary>A question both answered with something in common, and what that is (ordinal order).</summary>
public sealed record SharedAnswer(string Question, IReadOnlyList<string> Values);

/// <summary>What speaks for a pair, as facts to make sentences of.</summary>
/// <remarks>Holds private answers and both sides' wish ranks: who may read what is the caller's to decide.</remarks>
/// <param name="Shared">
/// Questions of <see cref="Counting.Alike"/> or <see cref="Counting.MustEqual"/> on which they are alike, by id.
/// </param>
/// <param name="Different">
/// Questions of <see cref="Counting.Different"/> or <see cref="Counting.MustDiffer"/> on which they differ, by id.
/// </param>
/// <param name="Likeness">0 to <see cref="MatchingProblem.LikenessLevels"/>.</param>
/// <param name="MenteeWishRank">1 for the mentee's first wish; equal wishes share a rank; null where not wished.</param>
/// <param name="MentorWishRank">The same, of the mentee on the mentor's list.</param>
/// <param name="Recommendations">Ids, ordinal order.</param>
/// <param name="LotteryNumber">
/// The mentee's number (1 wins) if it decided: the mentor is full and an equally placed mentee, who would have
/// preferred this mentor to what they got, drew a later number. Null where no lottery was needed.
/// </param>
public sealed record PairExplanation(
    Pair Pair,
    IReadOnlyList<SharedAnswer> Shared,
    IReadOnlyList<string> Different,
    int Likeness,
    int? MenteeWishRank,
    int? MentorWishRank,
    IReadOnlyList<string> Recommendations,
    bool IsPinned,
    bool IsIncumbent,
    int? LotteryNumber
);

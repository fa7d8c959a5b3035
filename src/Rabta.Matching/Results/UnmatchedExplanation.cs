namespace Rabta.Matching.Results;

/// <summary>How many mentors one hard rule removed for a mentee.</summary>
public readonly record struct RemovalCount(Removal Removal, int Mentors);

/// <summary>Where every mentor went for a mentee who got none; the counts add up to the number of mentors.</summary>
/// <param name="Removals">By rule in the order asked, then by question; rules that removed nobody are not listed.</param>
/// <param name="AcceptableFull">Acceptable mentors, all of them full.</param>
/// <param name="LostByLottery">Those of them who hold somebody they place no higher, with a better lottery number.</param>
public sealed record UnmatchedExplanation(
    string Mentee,
    UnmatchedReason Reason,
    IReadOnlyList<RemovalCount> Removals,
    int AcceptableFull,
    int LostByLottery
);

namespace Rabta.Matching.Problems;

/// <summary>What a round aims at. Each objective's guarantee, cost and source stand with its solver.</summary>
public enum MatchingObjective
{
    /// <summary>
    /// No two people would both rather have each other, and as many pairs as that allows (<see cref="Solving.StableSolver"/>).
    /// </summary>
    Stable,

    /// <summary>Stable, and no mentee gains by wishing dishonestly (<see cref="Solving.LotterySolver"/>).</summary>
    Lottery,

    /// <summary>The largest total of points (<see cref="Solving.WelfareSolver"/>).</summary>
    Welfare,

    /// <summary>The largest total in which no two people would both gain much by leaving (<see cref="Solving.BalancedSolver"/>).</summary>
    Balanced,
}

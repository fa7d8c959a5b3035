namespace Rabta.Matching.Problems;

/// <summary>What a question's answers do to a pair.</summary>
/// <remarks>Two people are alike on a question where they share at least one value, different where both answered and share none.</remarks>
public enum Counting
{
    /// <summary>Being alike is good.</summary>
    Alike,

    /// <summary>Being different is good.</summary>
    Different,

    /// <summary>Hard rule: different people are not paired. A missing answer excludes nobody.</summary>
    MustEqual,

    /// <summary>Hard rule: alike people are not paired. A missing answer excludes nobody.</summary>
    MustDiffer,
}

/// <summary>A question that counts.</summary>
/// <param name="Weight">1 to 1000, what it adds to likeness; hard rules have no use for it.</param>
public sealed record Question(string Id, Counting Counting, int Weight = 1)
{
    public const int MostWeight = 1000;
}

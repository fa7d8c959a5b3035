using System.Text.Json.Serialization;

namespace Rabta.Matching.Problems;

/// <summary>Everything one round of matching may know: who takes part, what they answered, wished and must not meet.</summary>
/// <remarks>
/// Immutable and self-contained: no clock, no database, no chance but <see cref="Seed"/>. The order of every list
/// except the wishes is without meaning; the same content in another order gives the same result.
/// Keys are compared ordinally. Contradictions are reported by the matchmaker, never thrown.
/// </remarks>
public sealed record MatchingProblem
{
    /// <summary>Likeness is rounded to hundredths of the weight there is to gain; closer than that is a tie.</summary>
    /// <remarks>Up to a hundred questions of equal weight stay exactly apart; finer differences would be noise posing as merit.</remarks>
    public const int LikenessLevels = 100;

    public required IReadOnlyList<Mentee> Mentees { get; init; }
    public required IReadOnlyList<Mentor> Mentors { get; init; }

    /// <summary>The questions that count, and how. An answer to any other question is ignored.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Several for one pair may stand; they lift it once and are all named in its explanation.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>Pairs staff decided on: seated first, over wishes and likeness, never over a hard rule or a forbid.</summary>
    public IReadOnlyList<Pair> Pins { get; init; } = [];

    /// <summary>Pairs staff ruled out.</summary>
    public IReadOnlyList<Pair> Forbids { get; init; } = [];

    /// <summary>Mentorships that stand: they keep their seat whatever the rules now say.</summary>
    /// <remarks>
    /// Facts, not proposals. A mentor who lowered their places below their standing mentorships takes nobody new;
    /// ending a mentorship is a decision of people, not of a solver.
    /// </remarks>
    public IReadOnlyList<Pair> Incumbents { get; init; } = [];

    /// <remarks>Inputs of rounds that were run earlier are stored under the property's first name.</remarks>
    [JsonPropertyName("Mode")]
    public MatchingObjective Objective { get; init; }

    /// <summary>For <see cref="MatchingObjective.Balanced"/>: how many tiers both must gain to have a reason to leave.</summary>
    public int Margin { get; init; } = 3;

    /// <summary>Mentees whom the last round left without a mentor: among equals they come first.</summary>
    public IReadOnlyList<string> LastUnmatched { get; init; } = [];

    /// <summary>Decides every tie. The same problem with the same seed gives the same result, on any machine.</summary>
    public ulong Seed { get; init; }
}

using Rabta.Matching.Problems;

namespace Rabta.Matching.Solving;

/// <summary>All that solving and explaining stand on, numbered and indexed once.</summary>
internal sealed class SolverInput
{
    private SolverInput(MatchingProblem problem)
    {
        Roster = new(problem);
        Answers = new(problem, Roster);
        Rules = new(problem, Roster, Answers);
        Preferences = new(problem, Roster, Answers);
        Lottery = new(problem, Roster);
        Seating = new(problem, Roster, Rules);
        Problem = problem;
    }

    public MatchingProblem Problem { get; }

    public Roster Roster { get; }
    public AnswerTable Answers { get; }
    public HardRules Rules { get; }
    public Preferences Preferences { get; }
    public Lottery Lottery { get; }
    public Seating Seating { get; }

    /// <summary>The grounds, or null and every contradiction found; pins are only judged once everybody is known.</summary>
    public static SolverInput? Of(MatchingProblem problem, out IReadOnlyList<Contradiction> contradictions)
    {
        contradictions = new InputContradictions(problem).Find();
        if (contradictions.Count > 0)
            return null;
        var input = new SolverInput(problem);
        contradictions = input.Seating.Contradictions;
        return contradictions.Count > 0 ? null : input;
    }
}

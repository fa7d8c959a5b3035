using Rabta.Matching.Problems;

namespace Rabta.Matching.Checking;

/// <summary>Looks for broken hard rules pair by pair, where there are too many people to look at everybody with everybody.</summary>
/// <remarks>O(pairs x answers).</remarks>
internal sealed class HardRuleCheck(MatchingProblem problem, Findings findings)
{
    private readonly Dictionary<string, Mentee> _mentees = problem.Mentees.ToDictionary(mentee => mentee.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, Mentor> _mentors = problem.Mentors.ToDictionary(mentor => mentor.Key, StringComparer.Ordinal);
    private readonly HashSet<Pair> _forbids = [.. problem.Forbids];
    private readonly HashSet<Conflict> _conflicts =
    [
        .. problem.Conflicts,
        .. problem.Conflicts.Select(one => new Conflict(one.OtherPerson, one.OnePerson)),
    ];

    public void Run(IEnumerable<Pair> known)
    {
        var standing = problem.Incumbents.ToHashSet();
        foreach (var pair in known.Where(pair => !standing.Contains(pair)))
        {
            if (Broken(_mentees[pair.Mentee], _mentors[pair.Mentor], pair) is { } broken)
                findings.Fault(broken, pair.Mentee, pair.Mentor);
        }
    }

    private CheckCode? Broken(Mentee mentee, Mentor mentor, Pair pair)
    {
        if (mentee.PersonKey == mentor.PersonKey)
            return CheckCode.SamePerson;
        if (_conflicts.Contains(new(mentee.PersonKey, mentor.PersonKey)))
            return CheckCode.Conflict;
        if (_forbids.Contains(pair))
            return CheckCode.Forbidden;
        foreach (var question in problem.Questions.Where(question => question.Counting is Counting.MustEqual or Counting.MustDiffer))
        {
            if (
                !mentee.Answers.TryGetValue(question.Id, out var one)
                || !mentor.Answers.TryGetValue(question.Id, out var other)
                || one.Count == 0
                || other.Count == 0
            )
                continue;
            if (one.Intersect(other, StringComparer.Ordinal).Any() != (question.Counting == Counting.MustEqual))
                return CheckCode.Rule;
        }
        return null;
    }
}

using Rabta.Matching.Problems;

namespace Rabta.Matching.Solving;

/// <summary>People by number: position in ordinal key order, so that no input order survives.</summary>
/// <remarks>Needs unique keys; <see cref="InputContradictions"/> has seen to that. Cost O(n log n) once.</remarks>
internal sealed class Roster
{
    private readonly Dictionary<string, int> _menteeAt;
    private readonly Dictionary<string, int> _mentorAt;

    public Roster(MatchingProblem problem)
    {
        Mentees = [.. problem.Mentees.OrderBy(mentee => mentee.Key, StringComparer.Ordinal)];
        Mentors = [.. problem.Mentors.OrderBy(mentor => mentor.Key, StringComparer.Ordinal)];
        _menteeAt = Numbered(Mentees.Select(mentee => mentee.Key));
        _mentorAt = Numbered(Mentors.Select(mentor => mentor.Key));
    }

    public Mentee[] Mentees { get; }
    public Mentor[] Mentors { get; }

    /// <summary>The mentee's number, -1 for a stranger.</summary>
    public int MenteeAt(string key) => _menteeAt.GetValueOrDefault(key, -1);

    /// <summary>The mentor's number, -1 for a stranger.</summary>
    public int MentorAt(string key) => _mentorAt.GetValueOrDefault(key, -1);

    public NumberPair At(Pair pair) => new(MenteeAt(pair.Mentee), MentorAt(pair.Mentor));

    private static Dictionary<string, int> Numbered(IEnumerable<string> keys) =>
        keys.Select((key, number) => (key, number)).ToDictionary(at => at.key, at => at.number, StringComparer.Ordinal);
}

/// <summary>A pair by number instead of by key.</summary>
internal readonly record struct NumberPair(int Mentee, int Mentor);

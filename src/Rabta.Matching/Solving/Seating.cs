using Rabta.Matching.Markets;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;

namespace Rabta.Matching.Solving;

/// <summary>Who sits where before anybody asks: standing mentorships first, then pins.</summary>
/// <remarks>O(incumbents + pins). Contradictions among pins are in <see cref="Contradictions"/>; with any, do not solve.</remarks>
internal sealed class Seating
{
    private readonly List<Contradiction> _contradictions = [];

    public Seating(MatchingProblem problem, Roster roster, HardRules rules)
    {
        MentorOf = Market.NobodyFor(roster.Mentees.Length);
        FreeSeats = Array.ConvertAll(roster.Mentors, mentor => mentor.Places);

        foreach (var (mentee, mentor) in problem.Incumbents.Select(roster.At))
        {
            MentorOf[mentee] = mentor;
            FreeSeats[mentor] = Math.Max(0, FreeSeats[mentor] - 1);
        }
        foreach (var pin in problem.Pins.OrderBy(pin => pin.Mentee, StringComparer.Ordinal))
            Pin(pin, roster.At(pin), rules);
    }

    public IReadOnlyList<Contradiction> Contradictions => _contradictions;

    /// <summary>By mentee: the mentor's number, or <see cref="Market.Nobody"/> for those who seek.</summary>
    public int[] MentorOf { get; }

    /// <summary>By mentor.</summary>
    public int[] FreeSeats { get; }

    private void Pin(Pair pin, NumberPair at, HardRules rules)
    {
        if (MentorOf[at.Mentee] == at.Mentor)
            return;
        var removal = rules.Against(at.Mentee, at.Mentor);
        ContradictionKind? kind = removal.Kind switch
        {
            RemovalKind.SamePerson => ContradictionKind.PinOnSamePerson,
            RemovalKind.Conflict => ContradictionKind.PinAgainstConflict,
            RemovalKind.Forbidden => ContradictionKind.PinAgainstForbid,
            RemovalKind.Rule => ContradictionKind.PinAgainstRule,
            _ => FreeSeats[at.Mentor] == 0 ? ContradictionKind.PinsOverPlaces : null,
        };
        if (kind is { } found)
        {
            _contradictions.Add(new(found, pin.Mentee, pin.Mentor, removal.Question));
            return;
        }
        MentorOf[at.Mentee] = at.Mentor;
        FreeSeats[at.Mentor]--;
    }
}

using Rabta.Matching.Problems;

namespace Rabta.Matching.Checking;

/// <summary>Judges a claimed result against the problem, trusting nothing of how it came about.</summary>
/// <remarks>
/// Shares no code with the solver: it knows the problem's data types and nothing else of this library (a test reads
/// the compiled code to see to that). A clean report means: every mentee once, everybody known; hard rules, places,
/// pins, forbids and standing mentorships kept; weak stability around what was seated.
/// O(mentees x mentors + shared answers) time, O(input) memory; without looking for blocking pairs O(pairs x answers).
/// </remarks>
public static class ResultCheck
{
    /// <param name="problem">A problem without contradictions; anything else it may throw on.</param>
    /// <param name="unmatched">Keys of mentees.</param>
    /// <param name="looksForBlocking">False for what is too large to weigh everybody with everybody: then rules and places only.</param>
    public static CheckReport Of(
        MatchingProblem problem,
        IReadOnlyCollection<Pair> pairs,
        IReadOnlyCollection<string> unmatched,
        bool looksForBlocking = true
    )
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(unmatched);

        var findings = new Findings();
        var known = KnownPairs(problem, pairs, findings);
        EachMenteeOnce(problem, known, unmatched, findings);
        FixedPairsStand(problem, known, findings);
        PlacesSuffice(problem, known, findings);
        if (looksForBlocking)
            new StabilityCheck(problem, new(problem), findings).Run(known);
        else
            new HardRuleCheck(problem, findings).Run(known);
        return findings.Report;
    }

    private static HashSet<Pair> KnownPairs(MatchingProblem problem, IReadOnlyCollection<Pair> pairs, Findings findings)
    {
        var mentees = problem.Mentees.Select(mentee => mentee.Key).ToHashSet(StringComparer.Ordinal);
        var mentors = problem.Mentors.Select(mentor => mentor.Key).ToHashSet(StringComparer.Ordinal);
        var known = new HashSet<Pair>();
        foreach (var pair in pairs)
        {
            if (!mentees.Contains(pair.Mentee) || !mentors.Contains(pair.Mentor))
                findings.Fault(CheckCode.UnknownPerson, pair.Mentee, pair.Mentor);
            else if (!known.Add(pair))
                findings.Fault(CheckCode.MenteeTwice, pair.Mentee, pair.Mentor);
        }
        return known;
    }

    private static void EachMenteeOnce(
        MatchingProblem problem,
        HashSet<Pair> known,
        IReadOnlyCollection<string> unmatched,
        Findings findings
    )
    {
        var mentions = problem.Mentees.ToDictionary(mentee => mentee.Key, _ => 0, StringComparer.Ordinal);
        foreach (var pair in known)
            mentions[pair.Mentee]++;
        foreach (var mentee in unmatched)
        {
            if (!mentions.TryGetValue(mentee, out var before))
                findings.Fault(CheckCode.UnknownPerson, mentee, null);
            else
                mentions[mentee] = before + 1;
        }
        foreach (var (mentee, count) in mentions.Where(mention => mention.Value != 1))
            findings.Fault(count == 0 ? CheckCode.Missing : CheckCode.MenteeTwice, mentee, null);
    }

    private static void FixedPairsStand(MatchingProblem problem, HashSet<Pair> known, Findings findings)
    {
        foreach (var pin in problem.Pins.Where(pin => !known.Contains(pin)))
            findings.Fault(CheckCode.PinNotHonoured, pin.Mentee, pin.Mentor);
        foreach (var standing in problem.Incumbents.Where(standing => !known.Contains(standing)))
            findings.Fault(CheckCode.IncumbentMoved, standing.Mentee, standing.Mentor);
    }

    private static void PlacesSuffice(MatchingProblem problem, HashSet<Pair> known, Findings findings)
    {
        var held = known.CountBy(pair => pair.Mentor, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var standing = problem.Incumbents.CountBy(pair => pair.Mentor, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var mentor in problem.Mentors)
        {
            // Standing mentorships may be more than the places of today; then they are the limit.
            var limit = Math.Max(mentor.Places, standing.GetValueOrDefault(mentor.Key));
            if (held.GetValueOrDefault(mentor.Key) > limit)
                findings.Fault(CheckCode.OverPlaces, null, mentor.Key);
        }
    }
}

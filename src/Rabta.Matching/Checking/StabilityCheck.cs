using Rabta.Matching.Markets;
using Rabta.Matching.Problems;

namespace Rabta.Matching.Checking;

/// <summary>Looks for broken hard rules and for pairs who would both rather have each other.</summary>
/// <remarks>
/// Weak stability (Irving, Manlove and Scott 2000): both must gain strictly, so ties never block. The first pass
/// learns the least preferred mentee each mentor holds, which is all the second pass has to compare with.
/// </remarks>
internal sealed class StabilityCheck(MatchingProblem problem, MenteeComparison comparison, Findings findings)
{
    private readonly HashSet<Pair> _pins = [.. problem.Pins];
    private readonly HashSet<Pair> _incumbents = [.. problem.Incumbents];

    // Modes that aim at a total leave pairs who would both rather have each other, and say so.
    private readonly Because _unexplained = problem.Objective is MatchingObjective.Welfare or MatchingObjective.Balanced
        ? Because.Objective
        : Because.None;
    private readonly int[] _held = new int[problem.Mentors.Count];

    /// <summary>By mentor: the least preferred of those held by matching, and of those seated with the reason.</summary>
    private readonly View?[] _leastMatched = new View?[problem.Mentors.Count];
    private readonly (View View, Because Because)?[] _leastSeated = new (View, Because)?[problem.Mentors.Count];

    public void Run(HashSet<Pair> known)
    {
        var mentorsOf = known.ToLookup(pair => pair.Mentee, pair => pair.Mentor, StringComparer.Ordinal);
        foreach (var mentee in problem.Mentees.Where(mentee => mentorsOf.Contains(mentee.Key)))
        {
            comparison.Draw(mentee);
            foreach (var mentor in mentorsOf[mentee.Key])
                Learn(mentee, comparison.MentorAt(mentor)!.Value);
        }
        foreach (var mentee in problem.Mentees)
        {
            comparison.Draw(mentee);
            var current = mentorsOf[mentee.Key].FirstOrDefault();
            FindBlocking(mentee, current is null ? null : comparison.MentorAt(current));
        }
    }

    private void Learn(Mentee mentee, int mentor)
    {
        var because = WhySeated(mentee, mentor);
        if (comparison.Removed[mentor] is { } broken && because != Because.Incumbent)
            findings.Fault(broken, mentee.Key, problem.Mentors[mentor].Key);

        _held[mentor]++;
        var view = comparison.MentorSees(mentor);
        if (because != Because.None)
            _leastSeated[mentor] = _leastSeated[mentor] is { } seated && !seated.View.IsBetterThan(view) ? seated : (view, because);
        else if (_leastMatched[mentor] is not { } matched || matched.IsBetterThan(view))
            _leastMatched[mentor] = view;
    }

    private void FindBlocking(Mentee mentee, int? current)
    {
        var whySeated = current is { } seat ? WhySeated(mentee, seat) : Because.None;
        View? has = current is { } mine ? comparison.MenteeSees(mine) : null;
        for (var mentor = 0; mentor < problem.Mentors.Count; mentor++)
        {
            if (mentor == current || comparison.Removed[mentor] is not null)
                continue;
            if (has is { } view && !comparison.MenteeSees(mentor).IsBetterThan(view))
                continue;
            if (WhatGivesWay(mentor) is { } held)
                findings.Blocking(
                    mentee.Key,
                    problem.Mentors[mentor].Key,
                    whySeated != Because.None ? whySeated
                        : held == Because.None ? _unexplained
                        : held
                );
        }
    }

    /// <summary>Why the mentor could not take the mentee although they would like to; null where they would not.</summary>
    private Because? WhatGivesWay(int mentor)
    {
        if (_held[mentor] < problem.Mentors[mentor].Places)
            return Because.None;
        var view = comparison.MentorSees(mentor);
        if (_leastMatched[mentor] is { } matched && view.IsBetterThan(matched))
            return Because.None;
        if (_leastSeated[mentor] is { } seated && view.IsBetterThan(seated.View))
            return seated.Because;
        return null;
    }

    private Because WhySeated(Mentee mentee, int mentor)
    {
        var pair = new Pair(mentee.Key, problem.Mentors[mentor].Key);
        if (_incumbents.Contains(pair))
            return Because.Incumbent;
        return _pins.Contains(pair) ? Because.Pin : Because.None;
    }
}

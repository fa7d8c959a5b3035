using Rabta.Matching.Problems;

namespace Rabta.Matching.Solving;

/// <summary>What must hold before people can be numbered and rules asked: known names, once each, numbers in range.</summary>
/// <remarks>
/// A typing error in a hard rule must not silently drop it, so strangers are named rather than skipped.
/// Repeating a conflict, a forbid or a recommendation is harmless and allowed. O(size of the input).
/// </remarks>
internal sealed class InputContradictions(MatchingProblem problem)
{
    private readonly HashSet<string> _mentees = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _persons = new(StringComparer.Ordinal);
    private readonly List<Contradiction> _found = [];

    public IReadOnlyList<Contradiction> Find()
    {
        EachPersonOnce();
        EachQuestionOnce();
        WishesAreKnown();
        PairsAreKnown(problem.Pins);
        PairsAreKnown(problem.Forbids);
        PairsAreKnown(problem.Incumbents);
        foreach (var lost in problem.LastUnmatched.Where(key => !_mentees.Contains(key)))
            _found.Add(new(ContradictionKind.UnknownMentee, Detail: lost));
        PairsAreKnown(problem.Recommendations.Select(given => new Pair(given.Mentee, given.Mentor)));
        ConflictsAreKnown();
        FixedOnce();
        return _found;
    }

    private void EachPersonOnce()
    {
        var menteePersons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mentee in problem.Mentees)
        {
            if (!_mentees.Add(mentee.Key))
                _found.Add(new(ContradictionKind.DuplicateMentee, Mentee: mentee.Key));
            else if (!menteePersons.Add(mentee.PersonKey))
                _found.Add(new(ContradictionKind.DuplicatePerson, Mentee: mentee.Key, Detail: mentee.PersonKey));
        }

        var mentorPersons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mentor in problem.Mentors)
        {
            if (!_mentors.Add(mentor.Key))
                _found.Add(new(ContradictionKind.DuplicateMentor, Mentor: mentor.Key));
            else if (!mentorPersons.Add(mentor.PersonKey))
                _found.Add(new(ContradictionKind.DuplicatePerson, Mentor: mentor.Key, Detail: mentor.PersonKey));
            if (mentor.Places is < 0 or > Mentor.MostPlaces)
                _found.Add(new(ContradictionKind.PlacesOutOfRange, Mentor: mentor.Key));
        }
        _persons.UnionWith(menteePersons);
        _persons.UnionWith(mentorPersons);
    }

    private void EachQuestionOnce()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in problem.Questions)
        {
            if (!ids.Add(question.Id))
                _found.Add(new(ContradictionKind.DuplicateQuestion, Detail: question.Id));
            if (question.Weight is < 1 or > Question.MostWeight)
                _found.Add(new(ContradictionKind.WeightOutOfRange, Detail: question.Id));
        }
    }

    private void WishesAreKnown()
    {
        foreach (var mentee in problem.Mentees)
        {
            var wished = new HashSet<string>(StringComparer.Ordinal);
            foreach (var mentor in mentee.Wishes.SelectMany(equals => equals))
            {
                if (!_mentors.Contains(mentor))
                    _found.Add(new(ContradictionKind.UnknownMentor, Mentee: mentee.Key, Detail: mentor));
                else if (!wished.Add(mentor))
                    _found.Add(new(ContradictionKind.DuplicateWish, Mentee: mentee.Key, Detail: mentor));
            }
        }
        foreach (var mentor in problem.Mentors)
        {
            var wished = new HashSet<string>(StringComparer.Ordinal);
            foreach (var mentee in mentor.Wishes.SelectMany(equals => equals))
            {
                if (!_mentees.Contains(mentee))
                    _found.Add(new(ContradictionKind.UnknownMentee, Mentor: mentor.Key, Detail: mentee));
                else if (!wished.Add(mentee))
                    _found.Add(new(ContradictionKind.DuplicateWish, Mentor: mentor.Key, Detail: mentee));
            }
        }
    }

    private void PairsAreKnown(IEnumerable<Pair> pairs)
    {
        foreach (var pair in pairs)
        {
            if (!_mentees.Contains(pair.Mentee))
                _found.Add(new(ContradictionKind.UnknownMentee, Mentor: pair.Mentor, Detail: pair.Mentee));
            if (!_mentors.Contains(pair.Mentor))
                _found.Add(new(ContradictionKind.UnknownMentor, Mentee: pair.Mentee, Detail: pair.Mentor));
        }
    }

    private void ConflictsAreKnown()
    {
        var named = problem.Conflicts.SelectMany(conflict => new[] { conflict.OnePerson, conflict.OtherPerson });
        foreach (var stranger in named.Where(person => !_persons.Contains(person)).Distinct())
            _found.Add(new(ContradictionKind.UnknownPerson, Detail: stranger));
    }

    /// <summary>One mentor per mentee over pins and standing mentorships; a pin on the standing pair says it again, no more.</summary>
    private void FixedOnce()
    {
        var standing = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in problem.Incumbents.Where(pair => !standing.TryAdd(pair.Mentee, pair.Mentor)))
            _found.Add(new(ContradictionKind.FixedTwice, pair.Mentee, pair.Mentor));

        var pinned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pin in problem.Pins)
        {
            var isElsewhere = standing.TryGetValue(pin.Mentee, out var mentor) && mentor != pin.Mentor;
            if (!pinned.Add(pin.Mentee) || isElsewhere)
                _found.Add(new(ContradictionKind.FixedTwice, pin.Mentee, pin.Mentor));
        }
    }
}

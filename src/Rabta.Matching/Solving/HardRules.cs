using Rabta.Matching.Problems;
using Rabta.Matching.Results;

namespace Rabta.Matching.Solving;

/// <summary>Which pairs may be, and the first reason against those that may not.</summary>
/// <remarks>
/// Filters, never penalties: no likeness and no wish buys a pair past a rule. One question costs
/// O(must-questions + log of the mentee's own conflicts and forbids).
/// </remarks>
internal sealed class HardRules
{
    private readonly Roster _roster;
    private readonly AnswerTable _answers;
    private readonly int[] _mustQuestions;
    private readonly int[] _ownMentor;
    private readonly SparsePairs _conflicts;
    private readonly SparsePairs _forbids;

    public HardRules(MatchingProblem problem, Roster roster, AnswerTable answers)
    {
        _roster = roster;
        _answers = answers;
        _mustQuestions = [.. Enumerable.Range(0, answers.Questions.Length).Where(q => IsHard(answers.Questions[q]))];

        var menteeOf = Numbers(roster.Mentees.Select(mentee => mentee.PersonKey));
        var mentorOf = Numbers(roster.Mentors.Select(mentor => mentor.PersonKey));
        _ownMentor = Array.ConvertAll(roster.Mentees, mentee => mentorOf.GetValueOrDefault(mentee.PersonKey, -1));
        _forbids = new(roster.Mentees.Length, problem.Forbids.Select(pair => (roster.At(pair), 0)));

        // A conflict is between humans: either of them may be the mentee, and both may be both.
        _conflicts = new(
            roster.Mentees.Length,
            problem
                .Conflicts.SelectMany(conflict =>
                    new[] { Seen(conflict.OnePerson, conflict.OtherPerson), Seen(conflict.OtherPerson, conflict.OnePerson) }
                )
                .Where(pair => pair.Mentee >= 0 && pair.Mentor >= 0)
                .Select(pair => (pair, 0))
        );

        NumberPair Seen(string mentee, string mentor) =>
            new(menteeOf.GetValueOrDefault(mentee, -1), mentorOf.GetValueOrDefault(mentor, -1));
    }

    /// <summary>Whether the pair may be, places aside.</summary>
    public bool Allow(int mentee, int mentor) => InPerson(mentee, mentor) == RemovalKind.None && Broken(mentee, mentor) < 0;

    /// <summary>The first rule against the pair, lack of any places included.</summary>
    public Removal Against(int mentee, int mentor) =>
        InPerson(mentee, mentor) is var kind and not RemovalKind.None ? new(kind) : AgainstTheLikeOf(mentee, mentor);

    /// <summary>The same whoever the mentor is: for all mentors of a <see cref="KindOf">kind</see>.</summary>
    public Removal AgainstTheLikeOf(int mentee, int mentor) =>
        Broken(mentee, mentor) switch
        {
            >= 0 and var question => new(RemovalKind.Rule, _answers.Questions[question].Id),
            _ => new(_roster.Mentors[mentor].Places == 0 ? RemovalKind.NoPlaces : RemovalKind.None),
        };

    /// <summary>Mentors of one kind are told apart by no question and no lack of places.</summary>
    public string KindOf(int mentor) => _answers.MentorsAnswers(mentor, _mustQuestions) + (_roster.Mentors[mentor].Places == 0 ? '0' : '1');

    /// <summary>Mentors about whom somebody said something in person, each once.</summary>
    public IEnumerable<int> NamedAgainst(int mentee)
    {
        int[] named = [_ownMentor[mentee], .. _conflicts.Of(mentee), .. _forbids.Of(mentee)];
        return named.Where(mentor => mentor >= 0).Distinct();
    }

    private RemovalKind InPerson(int mentee, int mentor)
    {
        if (_ownMentor[mentee] == mentor)
            return RemovalKind.SamePerson;
        if (_conflicts.Has(mentee, mentor))
            return RemovalKind.Conflict;
        return _forbids.Has(mentee, mentor) ? RemovalKind.Forbidden : RemovalKind.None;
    }

    /// <returns>The first question whose rule the two break, or -1.</returns>
    private int Broken(int mentee, int mentor)
    {
        foreach (var q in _mustQuestions)
        {
            var isBroken =
                _answers.Questions[q].Counting == Counting.MustEqual
                    ? _answers.Differ(mentee, mentor, q)
                    : _answers.Share(mentee, mentor, q);
            if (isBroken)
                return q;
        }
        return -1;
    }

    private static bool IsHard(Question question) => question.Counting is Counting.MustEqual or Counting.MustDiffer;

    private static Dictionary<string, int> Numbers(IEnumerable<string> persons) =>
        persons.Select((person, number) => (person, number)).ToDictionary(at => at.person, at => at.number, StringComparer.Ordinal);
}

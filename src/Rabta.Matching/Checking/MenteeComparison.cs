using Rabta.Matching.Problems;

namespace Rabta.Matching.Checking;

/// <summary>What one mentee and every mentor are to each other, restated from the problem.</summary>
/// <remarks>
/// Where the solver asks pair by pair with bits, this walks lists of "mentors who gave this value", one mentee at a
/// time: a different way to the same answer, so that one mistake is unlikely to be made twice. One
/// <see cref="Draw"/> costs O(mentors + shared answers).
/// </remarks>
internal sealed class MenteeComparison
{
    private readonly MatchingProblem _problem;
    private readonly Dictionary<string, int> _mentorAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _mentorOfPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Question, string Value), List<int>> _gave = [];
    private readonly Dictionary<string, List<int>> _answered = new(StringComparer.Ordinal);
    private readonly ILookup<string, (int Mentor, int Wish)> _wishedBy;
    private readonly ILookup<string, string> _recommended;
    private readonly ILookup<string, string> _forbidden;
    private readonly ILookup<string, string> _conflicts;
    private readonly bool[] _shares;
    private readonly int[] _points;
    private readonly int[] _menteeWishes;
    private readonly int[] _mentorWishes;
    private readonly bool[] _isRecommended;

    /// <summary>By points gained: the share of all points to the nearest level, halves upwards.</summary>
    private readonly int[] _likeness;

    public MenteeComparison(MatchingProblem problem)
    {
        _problem = problem;
        var mentors = problem.Mentors.Count;
        Removed = new CheckCode?[mentors];
        (_shares, _isRecommended) = (new bool[mentors], new bool[mentors]);
        (_points, _menteeWishes, _mentorWishes) = (new int[mentors], new int[mentors], new int[mentors]);
        for (var mentor = 0; mentor < mentors; mentor++)
            Register(mentor);

        _wishedBy = problem
            .Mentors.Index()
            .SelectMany(mentor =>
                mentor.Item.Wishes.Index().SelectMany(wish => wish.Item.Select(mentee => (mentee, (mentor.Index, wish.Index))))
            )
            .ToLookup(wish => wish.mentee, wish => wish.Item2, StringComparer.Ordinal);
        _recommended = problem.Recommendations.ToLookup(given => given.Mentee, given => given.Mentor, StringComparer.Ordinal);
        _forbidden = problem.Forbids.ToLookup(pair => pair.Mentee, pair => pair.Mentor, StringComparer.Ordinal);
        _conflicts = problem
            .Conflicts.Concat(problem.Conflicts.Select(conflict => new Conflict(conflict.OtherPerson, conflict.OnePerson)))
            .ToLookup(conflict => conflict.OnePerson, conflict => conflict.OtherPerson, StringComparer.Ordinal);
        var most = problem
            .Questions.Where(question => question.Counting is Counting.Alike or Counting.Different)
            .Sum(question => question.Weight);
        _likeness =
        [
            .. Enumerable
                .Range(0, most + 1)
                .Select(points => most == 0 ? 0 : (int)Math.Floor((decimal)MatchingProblem.LikenessLevels * points / most + 0.5m)),
        ];
    }

    /// <summary>By mentor, in the problem's order: the broken hard rule, null where the pair may be.</summary>
    public CheckCode?[] Removed { get; }

    /// <summary>The mentor's position in the problem, null for a stranger.</summary>
    public int? MentorAt(string key) => _mentorAt.TryGetValue(key, out var mentor) ? mentor : null;

    public View MenteeSees(int mentor) => new(_menteeWishes[mentor], _isRecommended[mentor], _likeness[_points[mentor]]);

    public View MentorSees(int mentor) => new(_mentorWishes[mentor], _isRecommended[mentor], _likeness[_points[mentor]]);

    /// <summary>Turns the portrait to this mentee.</summary>
    public void Draw(Mentee mentee)
    {
        Array.Clear(Removed);
        Array.Clear(_points);
        Array.Clear(_isRecommended);
        Array.Fill(_menteeWishes, View.NotWished);
        Array.Fill(_mentorWishes, View.NotWished);

        foreach (var question in _problem.Questions)
            Count(question, mentee);
        foreach (var (wish, equals) in mentee.Wishes.Index())
        {
            foreach (var mentor in equals)
                _menteeWishes[_mentorAt[mentor]] = wish;
        }
        foreach (var (mentor, wish) in _wishedBy[mentee.Key])
            _mentorWishes[mentor] = wish;
        foreach (var mentor in _recommended[mentee.Key])
            _isRecommended[_mentorAt[mentor]] = true;
        foreach (var mentor in _forbidden[mentee.Key])
            Removed[_mentorAt[mentor]] = CheckCode.Forbidden;
        foreach (var person in _conflicts[mentee.PersonKey])
            Remove(person, CheckCode.Conflict);
        Remove(mentee.PersonKey, CheckCode.SamePerson);
    }

    private void Register(int mentor)
    {
        var person = _problem.Mentors[mentor];
        _mentorAt[person.Key] = mentor;
        _mentorOfPerson[person.PersonKey] = mentor;
        foreach (var (question, values) in person.Answers)
        {
            if (values.Count > 0)
                ListAt(_answered, question).Add(mentor);
            foreach (var value in values)
                ListAt(_gave, (question, value)).Add(mentor);
        }
    }

    private void Count(Question question, Mentee mentee)
    {
        if (!mentee.Answers.TryGetValue(question.Id, out var values) || values.Count == 0)
            return;
        if (!_answered.TryGetValue(question.Id, out var answered))
            return;
        Array.Clear(_shares);
        foreach (var value in values)
        {
            foreach (var mentor in _gave.GetValueOrDefault((question.Id, value)) ?? [])
                _shares[mentor] = true;
        }

        foreach (var mentor in answered)
        {
            var isAlike = _shares[mentor];
            switch (question.Counting)
            {
                case Counting.Alike when isAlike:
                case Counting.Different when !isAlike:
                    _points[mentor] += question.Weight;
                    break;
                case Counting.MustEqual when !isAlike:
                case Counting.MustDiffer when isAlike:
                    Removed[mentor] = CheckCode.Rule;
                    break;
            }
        }
    }

    private void Remove(string person, CheckCode code)
    {
        if (_mentorOfPerson.TryGetValue(person, out var mentor))
            Removed[mentor] = code;
    }

    private static List<int> ListAt<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}

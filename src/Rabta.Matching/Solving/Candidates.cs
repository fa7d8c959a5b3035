namespace Rabta.Matching.Solving;

/// <summary>For each mentee the mentors worth weighing: everybody where they are few, otherwise at most <see cref="Most"/>.</summary>
/// <remarks>
/// <para>Mentors are filed under every combination of their answers to the weightiest questions. A mentee is looked up under
/// their own answers, all of them first, then with the lightest left out, until enough mentors have turned up; these
/// are weighed exactly and the best kept. So nobody is compared with everybody (multi-index blocking, as in record linkage).
/// Who wished for whom, and who was recommended, is always weighed.</para>
/// <para>A mentee of whom no candidate is acceptable is compared with everybody after all: nobody who could have a mentor is left
/// without a candidate. Equal mentors are taken from a point of the circle that differs by mentee, so that
/// not all are sent to the same few.</para>
/// 2^questions entries a mentor to file, at most 64; a few dozen look-ups a mentee.
/// </remarks>
internal sealed class Candidates
{
    public const int Most = 30;

    /// <summary>Up to so many mentors everybody is weighed with everybody.</summary>
    public const int Few = 300;

    /// <summary>Weighed exactly before the best are kept.</summary>
    private const int Gathered = 5 * Most;

    private readonly SolverInput _input;
    private readonly int[] _questions;
    private readonly Dictionary<ulong, List<int>> _files = [];
    private readonly int[] _subsets;
    private readonly int[] _seenAt;
    private readonly List<int>[] _named;
    private int _look;

    public Candidates(SolverInput input)
    {
        _input = input;
        Open = [.. Enumerable.Range(0, input.Roster.Mentors.Length).Where(mentor => input.Seating.FreeSeats[mentor] > 0)];
        var questions = input.Answers.Questions;
        _questions =
        [
            .. Enumerable
                .Range(0, questions.Length)
                .Where(q => questions[q].Counting is Problems.Counting.Alike or Problems.Counting.MustEqual)
                .OrderByDescending(q => questions[q].Counting == Problems.Counting.MustEqual ? int.MaxValue : questions[q].Weight)
                .Take(6),
        ];
        _subsets = [.. Enumerable.Range(0, 1 << _questions.Length).OrderByDescending(Weight)];
        _seenAt = new int[input.Roster.Mentors.Length];
        _named = Named(input);
        if (!IsEverybody)
            FileAll();
    }

    /// <summary>Mentors with a free seat, by number.</summary>
    public int[] Open { get; }

    /// <summary>Whether everybody is weighed with everybody.</summary>
    public bool IsEverybody => Open.Length <= Few;

    /// <summary>Acceptable mentors with free seats, each once, in no order.</summary>
    public List<int> Of(int mentee)
    {
        if (IsEverybody)
            return [.. Open.Where(mentor => _input.Rules.Allow(mentee, mentor))];
        var found = Gather(mentee);
        var kept = found.Count <= Most ? found : Best(mentee, found, Most);
        foreach (
            var mentor in _named[mentee].Where(mentor => !kept.Contains(mentor) && IsOpen(mentor) && _input.Rules.Allow(mentee, mentor))
        )
            kept.Add(mentor);
        return kept.Count > 0 ? kept : Exhaustive(mentee, Open);
    }

    /// <summary>The best of everybody there is, for those whom the candidates did not do.</summary>
    public List<int> Exhaustive(int mentee, IEnumerable<int> mentors) =>
        Best(mentee, [.. mentors.Where(mentor => _input.Rules.Allow(mentee, mentor))], Most);

    private List<int> Best(int mentee, List<int> found, int most) =>
        [
            .. found
                .OrderByDescending(mentor => _input.Preferences.Likeness(mentee, mentor))
                .ThenBy(mentor => _input.Lottery.TurnOf(mentee, mentor))
                .Take(most),
        ];

    private List<int> Gather(int mentee)
    {
        var found = new List<int>();
        _look++;
        foreach (var subset in _subsets)
        {
            if (found.Count >= Gathered)
                break;
            foreach (var key in Keys(subset, q => _input.Answers.MenteeValues(mentee, q)))
            {
                if (!_files.TryGetValue(key, out var file))
                    continue;
                var start = (int)((uint)_input.Lottery.NumberOf(mentee) * 2654435761u % (uint)file.Count);
                for (var at = 0; at < file.Count && found.Count < Gathered; at++)
                {
                    var mentor = file[start + at < file.Count ? start + at : start + at - file.Count];
                    if (_seenAt[mentor] == _look)
                        continue;
                    _seenAt[mentor] = _look;
                    if (_input.Rules.Allow(mentee, mentor))
                        found.Add(mentor);
                }
            }
        }
        return found;
    }

    private void FileAll()
    {
        foreach (var mentor in Open)
        {
            foreach (var subset in _subsets)
            {
                foreach (var key in Keys(subset, q => _input.Answers.MentorValues(mentor, q)))
                {
                    if (!_files.TryGetValue(key, out var file))
                        _files.Add(key, file = []);
                    file.Add(mentor);
                }
            }
        }
    }

    /// <summary>One key for each way to pick one value a question; none where a question has no answer.</summary>
    private IEnumerable<ulong> Keys(int subset, Func<int, List<int>> valuesOf)
    {
        IEnumerable<ulong> keys = [Draw.Stir((ulong)subset)];
        for (var bit = 0; bit < _questions.Length; bit++)
        {
            if ((subset >> bit & 1) == 0)
                continue;
            // Of many answers the first two stand for all: the exact weighing afterwards sees every one.
            var values = valuesOf(_questions[bit]).Take(2).ToList();
            keys = keys.SelectMany(key => values.Select(value => Draw.Stir(key ^ (ulong)(uint)value)));
        }
        return keys;
    }

    private long Weight(int subset)
    {
        var weight = 0L;
        for (var bit = 0; bit < _questions.Length; bit++)
        {
            if ((subset >> bit & 1) != 0)
                weight += _input.Answers.Questions[_questions[bit]] is { Counting: Problems.Counting.Alike } asked ? asked.Weight : 0;
        }
        return weight;
    }

    private bool IsOpen(int mentor) => _input.Seating.FreeSeats[mentor] > 0;

    private static List<int>[] Named(SolverInput input)
    {
        var named = new List<int>[input.Roster.Mentees.Length];
        for (var mentee = 0; mentee < named.Length; mentee++)
            named[mentee] = [.. input.Roster.Mentees[mentee].Wishes.SelectMany(tie => tie).Select(input.Roster.MentorAt)];
        foreach (var (mentor, own) in input.Roster.Mentors.Index())
        {
            foreach (var mentee in own.Wishes.SelectMany(tie => tie).Select(input.Roster.MenteeAt))
                named[mentee].Add(mentor);
        }
        foreach (var given in input.Problem.Recommendations)
            named[input.Roster.MenteeAt(given.Mentee)].Add(input.Roster.MentorAt(given.Mentor));
        return named;
    }
}

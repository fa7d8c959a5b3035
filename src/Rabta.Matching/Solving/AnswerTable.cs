using Rabta.Matching.Problems;

namespace Rabta.Matching.Solving;

/// <summary>Everybody's answers as bits, so that sharing a value is one AND.</summary>
/// <remarks>
/// A value gets a bit only if some mentee and some mentor both gave it: no other value can ever be shared.
/// A question takes as many 64-bit words as its common values need, usually one. Memory is 8 bytes a word a person;
/// <see cref="Share"/> is O(words of the question).
/// </remarks>
internal sealed class AnswerTable
{
    private readonly int[] _wordStarts;
    private readonly int _width;
    private readonly ulong[] _menteeWords;
    private readonly ulong[] _mentorWords;
    private readonly bool[] _menteeAnswered;
    private readonly bool[] _mentorAnswered;

    public AnswerTable(MatchingProblem problem, Roster roster)
    {
        Questions = [.. problem.Questions.OrderBy(question => question.Id, StringComparer.Ordinal)];
        var mentees = Array.ConvertAll(roster.Mentees, mentee => mentee.Answers);
        var mentors = Array.ConvertAll(roster.Mentors, mentor => mentor.Answers);
        var bits = Array.ConvertAll(Questions, question => CommonValues(question.Id, mentees, mentors));

        _wordStarts = new int[Questions.Length + 1];
        for (var q = 0; q < Questions.Length; q++)
            _wordStarts[q + 1] = _wordStarts[q] + (bits[q].Count + 63) / 64;
        _width = _wordStarts[^1];
        (_menteeWords, _menteeAnswered) = Encode(mentees, bits);
        (_mentorWords, _mentorAnswered) = Encode(mentors, bits);
    }

    /// <summary>By id, so that the first broken rule is the same in any input order.</summary>
    public Question[] Questions { get; }

    public bool Share(int mentee, int mentor, int question)
    {
        var left = mentee * _width;
        var right = mentor * _width;
        for (var word = _wordStarts[question]; word < _wordStarts[question + 1]; word++)
        {
            if ((_menteeWords[left + word] & _mentorWords[right + word]) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Both answered and have nothing in common.</summary>
    public bool Differ(int mentee, int mentor, int question) =>
        _menteeAnswered[mentee * Questions.Length + question]
        && _mentorAnswered[mentor * Questions.Length + question]
        && !Share(mentee, mentor, question);

    /// <summary>The values that somebody on the other side gave too, by number within the question.</summary>
    public List<int> MenteeValues(int mentee, int question) => Values(_menteeWords, mentee, question);

    public List<int> MentorValues(int mentor, int question) => Values(_mentorWords, mentor, question);

    /// <summary>Equal for mentors whose answers to these questions are the same to every mentee.</summary>
    public string MentorsAnswers(int mentor, int[] questions)
    {
        var told = new System.Text.StringBuilder();
        foreach (var q in questions)
        {
            told.Append(_mentorAnswered[mentor * Questions.Length + q] ? '+' : '-');
            for (var word = _wordStarts[q]; word < _wordStarts[q + 1]; word++)
                told.Append(_mentorWords[mentor * _width + word]).Append(',');
        }
        return told.ToString();
    }

    private List<int> Values(ulong[] words, int person, int question)
    {
        var values = new List<int>();
        for (var word = _wordStarts[question]; word < _wordStarts[question + 1]; word++)
        {
            for (var left = words[person * _width + word]; left != 0; left &= left - 1)
                values.Add(64 * (word - _wordStarts[question]) + System.Numerics.BitOperations.TrailingZeroCount(left));
        }
        return values;
    }

    private static Dictionary<string, int> CommonValues(
        string question,
        IReadOnlyDictionary<string, IReadOnlyCollection<string>>[] mentees,
        IReadOnlyDictionary<string, IReadOnlyCollection<string>>[] mentors
    )
    {
        var common = ValuesOf(mentees);
        common.IntersectWith(ValuesOf(mentors));
        var bits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in common)
            bits.Add(value, bits.Count);
        return bits;

        HashSet<string> ValuesOf(IReadOnlyDictionary<string, IReadOnlyCollection<string>>[] people) =>
            people.SelectMany(answers => answers.GetValueOrDefault(question) ?? []).ToHashSet(StringComparer.Ordinal);
    }

    private (ulong[] Words, bool[] Answered) Encode(
        IReadOnlyDictionary<string, IReadOnlyCollection<string>>[] people,
        Dictionary<string, int>[] bits
    )
    {
        var words = new ulong[people.Length * _width];
        var answered = new bool[people.Length * Questions.Length];
        for (var person = 0; person < people.Length; person++)
        {
            for (var q = 0; q < Questions.Length; q++)
            {
                if (!people[person].TryGetValue(Questions[q].Id, out var values))
                    continue;
                answered[person * Questions.Length + q] = values.Count > 0;
                foreach (var value in values)
                {
                    if (bits[q].TryGetValue(value, out var bit))
                        words[person * _width + _wordStarts[q] + bit / 64] |= 1UL << (bit % 64);
                }
            }
        }
        return (words, answered);
    }
}

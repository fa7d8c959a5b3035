using Rabta.Matching.Problems;

namespace Rabta.Matching.Solving;

/// <summary>What two people are to each other: a tier on each side, smaller is better, equal is a tie.</summary>
internal readonly record struct Tiers(int ForMentee, int ForMentor);

/// <summary>A mentor as one mentee's possible pair: the tiers on both sides and what it adds to a total.</summary>
internal readonly record struct Weighed(int Mentor, Tiers Tiers, int Points);

/// <summary>Orders acceptable pairs for both sides.</summary>
/// <remarks>
/// <para>
/// The same three steps on either side, each only between those equal so far: one's own wish in its order (all who
/// are not wished come after the last wish); a recommendation of the pair; likeness in hundredths. So a
/// recommendation outweighs any likeness and no wish. What is still equal is a tie, left to the <see cref="Lottery"/>.
/// </para>
/// <para>
/// A mentor's order never looks at the mentee's wishes: a mentee cannot move up by wishing cleverly, which
/// together with mentee-proposing deferred acceptance makes wishing honestly a mentee's best course (Roth 1985).
/// </para>
/// One pair costs O(questions).
/// </remarks>
internal sealed class Preferences
{
    private const int Levels = MatchingProblem.LikenessLevels;

    private readonly AnswerTable _answers;
    private readonly int[] _softQuestions;
    private readonly int _mostPoints;
    private readonly SparsePairs _menteeWishes;
    private readonly SparsePairs _mentorWishes;
    private readonly SparsePairs _recommended;
    private readonly int[] _menteeWishCounts;
    private readonly int[] _mentorWishCounts;

    public Preferences(MatchingProblem problem, Roster roster, AnswerTable answers)
    {
        _answers = answers;
        _softQuestions =
        [
            .. Enumerable
                .Range(0, answers.Questions.Length)
                .Where(q => answers.Questions[q].Counting is Counting.Alike or Counting.Different),
        ];
        _mostPoints = _softQuestions.Sum(q => answers.Questions[q].Weight);

        var mentees = roster.Mentees.Length;
        _menteeWishes = new(
            mentees,
            roster.Mentees.SelectMany(
                (mentee, number) => Ranked(mentee.Wishes).Select(wish => (new NumberPair(number, roster.MentorAt(wish.Key)), wish.Rank))
            )
        );
        _mentorWishes = new(
            mentees,
            roster.Mentors.SelectMany(
                (mentor, number) => Ranked(mentor.Wishes).Select(wish => (new NumberPair(roster.MenteeAt(wish.Key), number), wish.Rank))
            )
        );
        _recommended = new(mentees, problem.Recommendations.Select(given => (roster.At(new Pair(given.Mentee, given.Mentor)), 0)));
        _menteeWishCounts = Array.ConvertAll(roster.Mentees, mentee => mentee.Wishes.Count);
        _mentorWishCounts = Array.ConvertAll(roster.Mentors, mentor => mentor.Wishes.Count);
    }

    public Tiers Of(int mentee, int mentor) => Of(mentee, mentor, Likeness(mentee, mentor));

    /// <summary>All there is to say of a pair, its likeness reckoned once.</summary>
    public Weighed Weigh(int mentee, int mentor)
    {
        var likeness = Likeness(mentee, mentor);
        return new(mentor, Of(mentee, mentor, likeness), Points(mentee, mentor, likeness));
    }

    private Tiers Of(int mentee, int mentor, int likeness)
    {
        // (step of wishes, then recommended or not, then likeness) as one number, likeness counted downwards.
        var rest = (IsRecommended(mentee, mentor) ? 0 : Levels + 1) + Levels - likeness;
        const int step = 2 * (Levels + 1);
        return new(
            _menteeWishes.At(mentee, mentor, _menteeWishCounts[mentee]) * step + rest,
            _mentorWishes.At(mentee, mentor, _mentorWishCounts[mentor]) * step + rest
        );
    }

    /// <summary>0 to <see cref="MatchingProblem.LikenessLevels"/>: the weight gained of the weight there is, rounded half up.</summary>
    /// <remarks>A missing answer gains nothing: it shows neither likeness nor difference.</remarks>
    public int Likeness(int mentee, int mentor)
    {
        if (_mostPoints == 0)
            return 0;
        var points = 0;
        foreach (var q in _softQuestions)
        {
            var question = _answers.Questions[q];
            var isGood = question.Counting == Counting.Alike ? _answers.Share(mentee, mentor, q) : _answers.Differ(mentee, mentor, q);
            if (isGood)
                points += question.Weight;
        }
        return (int)((2L * Levels * points + _mostPoints) / (2L * _mostPoints));
    }

    /// <summary>What the pair adds to a total: likeness, a recommendation, and how high either side wished it.</summary>
    /// <remarks>A first wish of the mentee's counts as much as the greatest likeness, of the mentor's half as much, a
    /// recommendation a quarter; further wishes a tenth less each.</remarks>
    private int Points(int mentee, int mentor, int likeness) =>
        likeness
        + (IsRecommended(mentee, mentor) ? Levels / 4 : 0)
        + Wished(MenteeWishRank(mentee, mentor), Levels)
        + Wished(MentorWishRank(mentee, mentor), Levels / 2);

    private static int Wished(int? rank, int most) => rank is { } wished ? Math.Max(most / 10, most - (wished - 1) * most / 10) : 0;

    public bool IsRecommended(int mentee, int mentor) => _recommended.Has(mentee, mentor);

    /// <summary>Counted from 1, null where not wished.</summary>
    public int? MenteeWishRank(int mentee, int mentor) => Rank(_menteeWishes.At(mentee, mentor, -1));

    /// <summary>Counted from 1, null where not wished.</summary>
    public int? MentorWishRank(int mentee, int mentor) => Rank(_mentorWishes.At(mentee, mentor, -1));

    private static int? Rank(int wish) => wish < 0 ? null : wish + 1;

    private static IEnumerable<(string Key, int Rank)> Ranked(IReadOnlyList<IReadOnlyList<string>> wishes) =>
        wishes.SelectMany((equals, rank) => equals.Select(key => (key, rank)));
}

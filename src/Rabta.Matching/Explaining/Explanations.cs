using Rabta.Matching.Markets;
using Rabta.Matching.Problems;
using Rabta.Matching.Results;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Explaining;

/// <summary>Explains pairs and gaps from the problem and the final pairs alone, whenever they are asked for.</summary>
/// <remarks>
/// No log of the solving is kept or needed: a stored round explains itself as long as its problem can be put together
/// again. Built once a round in O(input); a pair then costs O(questions), but the first for which the lottery may have
/// decided weighs everybody's <see cref="Candidates"/> once; an unmatched mentee costs their own candidates and as many
/// questions as there are kinds of mentors. Who lost by lottery is looked for among candidates, as the matching did.
/// </remarks>
public sealed class Explanations
{
    private readonly SolverInput _input;
    private readonly int[] _mentorOf;
    private readonly int[] _held;
    private readonly int[] _worstTiers;
    private readonly Lazy<Candidates> _candidates;
    private readonly Lazy<bool[]> _isDrawn;
    private readonly Lazy<RemovalTally> _removals;
    private readonly UnmatchedReasons _reasons;
    private readonly HashSet<Pair> _pins;
    private readonly HashSet<Pair> _incumbents;
    private readonly ILookup<Pair, string> _recommendations;

    /// <exception cref="ArgumentException">The problem contradicts itself, or a pair names a stranger.</exception>
    public Explanations(MatchingProblem problem, IEnumerable<Pair> pairs)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(pairs);
        _input = SolverInput.Of(problem, out _) ?? throw new ArgumentException("The problem contradicts itself.", nameof(problem));
        _pins = [.. problem.Pins];
        _incumbents = [.. problem.Incumbents];
        _recommendations = problem.Recommendations.ToLookup(given => new Pair(given.Mentee, given.Mentor), given => given.Id);

        _mentorOf = Market.NobodyFor(_input.Roster.Mentees.Length);
        _held = new int[_input.Roster.Mentors.Length];
        _worstTiers = new int[_input.Roster.Mentors.Length];
        Array.Fill(_worstTiers, -1);
        _candidates = new(() => new(_input));
        _isDrawn = new(Drawn);
        _removals = new(() => new(_input.Roster, _input.Rules));
        _reasons = new(_input.Roster, _input.Rules);
        foreach (var pair in pairs)
            Hold(pair);
    }

    /// <summary>The hard rule that keeps the two apart, whether or not anybody proposed them.</summary>
    /// <exception cref="ArgumentException">A stranger.</exception>
    public Removal Why(string mentee, string mentor)
    {
        var at = At(new(mentee, mentor));
        return _input.Rules.Against(at.Mentee, at.Mentor);
    }

    /// <summary>What speaks for the pair; the lottery only where the two are paired.</summary>
    /// <exception cref="ArgumentException">A stranger.</exception>
    public PairExplanation OfPair(Pair pair)
    {
        var (mentee, mentor) = At(pair);
        var preferences = _input.Preferences;
        return new(
            pair,
            Shared(mentee, mentor),
            Different(mentee, mentor),
            preferences.Likeness(mentee, mentor),
            preferences.MenteeWishRank(mentee, mentor),
            preferences.MentorWishRank(mentee, mentor),
            [.. _recommendations[pair].Distinct().Order(StringComparer.Ordinal)],
            _pins.Contains(pair),
            _incumbents.Contains(pair),
            WonByLottery(mentee, mentor) ? _input.Lottery.NumberOf(mentee) : null
        );
    }

    /// <summary>Why the two are not paired: what both may hear, and beside it what only staff may.</summary>
    /// <exception cref="ArgumentException">A stranger.</exception>
    public MissingPair WhyNot(string menteeKey, string mentorKey)
    {
        var pair = new Pair(menteeKey, mentorKey);
        var (mentee, mentor) = At(pair);
        if (_mentorOf[mentee] == mentor)
            return new(pair, MissingReason.Paired, default, null);
        var rule = _input.Rules.Against(mentee, mentor);
        if (rule.Kind != RemovalKind.None)
            return new(pair, MissingReason.KeptApart, rule, null);
        var (tier, worst, isFull) = (_input.Preferences.Of(mentee, mentor).ForMentor, _worstTiers[mentor], IsFull(mentor));
        var menteeWould = WouldRather(mentee, mentor);
        var reason =
            _mentorOf[mentee] != Market.Nobody ? MissingReason.HasMentor
            : isFull ? MissingReason.Full
            : MissingReason.Room;
        return new(pair, reason, rule, new(menteeWould, !isFull || tier < worst, menteeWould && isFull && tier == worst));
    }

    /// <summary>The mentor's rank among the mentee's wishes, counted from 1; null where not wished.</summary>
    /// <exception cref="ArgumentException">A stranger.</exception>
    public int? WishRank(Pair pair)
    {
        var (mentee, mentor) = At(pair);
        return _input.Preferences.MenteeWishRank(mentee, mentor);
    }

    /// <summary>Where every mentor went for a mentee who got none.</summary>
    /// <exception cref="ArgumentException">A stranger, or somebody who has a mentor.</exception>
    public UnmatchedExplanation OfUnmatched(string menteeKey)
    {
        var mentee = _input.Roster.MenteeAt(menteeKey);
        if (mentee < 0 || _mentorOf[mentee] != Market.Nobody)
            throw new ArgumentException($"{menteeKey} is not an unmatched mentee of this round.", nameof(menteeKey));

        var counts = _removals.Value.Of(mentee);
        return new(
            menteeKey,
            _reasons.Of(mentee),
            [
                .. counts
                    .Where(count => count.Key.Kind != RemovalKind.None && count.Value > 0)
                    .OrderBy(count => count.Key.Kind)
                    .ThenBy(count => count.Key.Question, StringComparer.Ordinal)
                    .Select(count => new RemovalCount(count.Key, count.Value)),
            ],
            counts.GetValueOrDefault(new(RemovalKind.None)),
            _candidates.Value.Of(mentee).Count(mentor => _input.Preferences.Of(mentee, mentor).ForMentor == _worstTiers[mentor])
        );
    }

    /// <summary>Seated pairs count as held but not for the cut-off: the lottery had no say in them.</summary>
    private void Hold(Pair pair)
    {
        var (mentee, mentor) = At(pair);
        _mentorOf[mentee] = mentor;
        _held[mentor]++;
        if (!IsSeated(mentee))
            _worstTiers[mentor] = Math.Max(_worstTiers[mentor], _input.Preferences.Of(mentee, mentor).ForMentor);
    }

    private List<SharedAnswer> Shared(int mentee, int mentor)
    {
        var shared = new List<SharedAnswer>();
        for (var q = 0; q < _input.Answers.Questions.Length; q++)
        {
            var question = _input.Answers.Questions[q];
            if (question.Counting is not (Counting.Alike or Counting.MustEqual) || !_input.Answers.Share(mentee, mentor, q))
                continue;
            var values = _input
                .Roster.Mentees[mentee]
                .Answers[question.Id]
                .Intersect(_input.Roster.Mentors[mentor].Answers[question.Id], StringComparer.Ordinal);
            shared.Add(new(question.Id, [.. values.Order(StringComparer.Ordinal)]));
        }
        return shared;
    }

    private string[] Different(int mentee, int mentor) =>
        [
            .. _input
                .Answers.Questions.Index()
                .Where(at => at.Item.Counting is Counting.Different or Counting.MustDiffer)
                .Where(at => _input.Answers.Differ(mentee, mentor, at.Index))
                .Select(at => at.Item.Id),
        ];

    /// <summary>Whether somebody in the mentor's lowest held tier, the mentee's own, wanted this seat and was drawn later.</summary>
    private bool WonByLottery(int mentee, int mentor)
    {
        if (_mentorOf[mentee] != mentor || IsSeated(mentee) || !IsFull(mentor))
            return false;
        return _input.Preferences.Of(mentee, mentor).ForMentor == _worstTiers[mentor] && _isDrawn.Value[mentor];
    }

    /// <summary>By mentor: whether somebody not theirs, as preferred as the last of those they hold, would rather have been.</summary>
    private bool[] Drawn()
    {
        var isDrawn = new bool[_held.Length];
        foreach (var rival in Enumerable.Range(0, _mentorOf.Length).Where(rival => !IsSeated(rival)))
        {
            foreach (var mentor in _candidates.Value.Of(rival).Where(mentor => !isDrawn[mentor] && mentor != _mentorOf[rival]))
                isDrawn[mentor] = _input.Preferences.Of(rival, mentor).ForMentor == _worstTiers[mentor] && WouldRather(rival, mentor);
        }
        return isDrawn;
    }

    /// <summary>Than whom the mentee has, or than nobody.</summary>
    private bool WouldRather(int mentee, int mentor) =>
        _mentorOf[mentee] is var has
        && (has == Market.Nobody || _input.Preferences.Of(mentee, mentor).ForMentee < _input.Preferences.Of(mentee, has).ForMentee);

    private bool IsSeated(int mentee) => _input.Seating.MentorOf[mentee] != Market.Nobody;

    private bool IsFull(int mentor) => _held[mentor] >= _input.Roster.Mentors[mentor].Places;

    private NumberPair At(Pair pair)
    {
        var at = _input.Roster.At(pair);
        return at.Mentee >= 0 && at.Mentor >= 0 ? at : throw new ArgumentException($"{pair} names a stranger.", nameof(pair));
    }
}

using Rabta.Matching.Problems;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Put = Rabta.Matching.Problems;
using Question = Rabta.Programmes.Question;

namespace Rabta.Preferences.Fitting;

/// <summary>A cohort put as a problem for the matchmaker, and the way back from its keys to people.</summary>
/// <remarks>
/// Keys are addresses, numbers or names, never the database's own ids: the same files with the same seed give the same pairs on any server.
/// Wishes, conflicts and the like that name a person who is not in the round are left out. A mentee whose mentor is no longer enrolled
/// keeps that mentor and is left out of the round altogether.
/// </remarks>
public sealed class CohortProblem
{
    private readonly CohortRows _rows;
    private readonly Dictionary<PersonId, string> _keys;
    private readonly Dictionary<string, Person> _people;
    private readonly Dictionary<QuestionId, Question> _questions;
    private readonly ILookup<EnrolmentId, Answer> _answers;
    private readonly ILookup<(PersonId, ProgrammeRole), Wish> _wishes;
    private readonly ILookup<PersonId, HelpsBest> _best;
    private readonly PrivatePreferenceRules _comfort;
    private readonly Dictionary<PersonId, int> _taken;
    private readonly HashSet<string> _mentors,
        _mentees;
    private readonly Dictionary<string, EnrolmentId> _enrolmentOf;

    public CohortProblem(CohortRows rows, long seed, MatchingObjective mode)
    {
        _rows = rows;
        _keys = Keys(rows.Enrolled.Select(e => e.Person).DistinctBy(p => p.Id));
        _people = rows.Enrolled.Select(e => e.Person).DistinctBy(p => p.Id).ToDictionary(p => _keys[p.Id]);
        _questions = rows.Questions.ToDictionary(q => q.Id);
        _wishes = rows.Wishes.ToLookup(w => (w.From, w.FromRole));
        _best = rows.HelpsBest.ToLookup(h => h.MentorId);
        _comfort = new(rows);
        _taken = rows.Standing.CountBy(m => m.MentorId).ToDictionary();
        Questions = rows.Questions.Concat(_comfort.Questions).ToDictionary(q => q.Key);
        _answers = rows.Answers.Where(a => _questions.ContainsKey(a.QuestionId)).ToLookup(a => a.EnrolmentId);
        var mentors = rows.Enrolled.Where(e => e.Enrolment.Role == ProgrammeRole.Mentor).ToList();
        _mentors = [.. mentors.Select(e => _keys[e.Person.Id])];
        var elsewhere = rows.Standing.Where(m => !Knows(_mentors, m.MentorId)).Select(m => m.MenteeId).ToHashSet();
        var mentees = rows.Enrolled.Where(e => e.Enrolment.Role == ProgrammeRole.Mentee && !elsewhere.Contains(e.Person.Id)).ToList();
        _enrolmentOf = mentees.ToDictionary(e => _keys[e.Person.Id], e => e.Enrolment.Id);
        _mentees = [.. _enrolmentOf.Keys];
        Recommenders = rows.Recommendations.ToDictionary(r => r.Id.Value.ToString("N"));
        Standing = rows.Enrolled.Count(e => e.Enrolment.Role == ProgrammeRole.Mentee && elsewhere.Contains(e.Person.Id));
        Problem = Build(mentors, mentees, seed) with { Objective = mode };
        Standing += Problem.Incumbents.Count;
    }

    public MatchingProblem Problem { get; }

    /// <summary>How many keep the mentor they have.</summary>
    public int Standing { get; }
    public IReadOnlyDictionary<string, Question> Questions { get; }
    public IReadOnlyDictionary<string, Recommendation> Recommenders { get; }

    public string KeyOf(PersonId person) => _keys[person];

    public Person PersonOf(string key) => _people[key];

    /// <summary>The person's name in the reader's language.</summary>
    public string NameOf(string key) => Name.Display(_people[key].Name, _people[key].Names);

    public bool HasMentee(PersonId person) => Knows(_mentees, person);

    public bool HasMentor(PersonId person) => Knows(_mentors, person);

    /// <summary>What a mentee wrote, of the values both have in common.</summary>
    public IReadOnlyList<string> AsWritten(string mentee, Question question, IReadOnlyList<string> shared)
    {
        var written = _answers[_enrolmentOf[mentee]].Where(a => a.QuestionId == question.Id).SelectMany(a => a.Values);
        return [.. written.Where(v => shared.Contains(question.KeyOf(v))).DistinctBy(question.KeyOf)];
    }

    private MatchingProblem Build(List<Enrolled> mentors, List<Enrolled> mentees, long seed)
    {
        var incumbents = Pairs(_rows.Standing.Select(m => (m.MenteeId, m.MentorId)));
        var settled = incumbents.Select(p => p.Mentee).ToHashSet();
        var outside = _rows
            .Standing.Where(m => Knows(_mentors, m.MentorId) && !Knows(_mentees, m.MenteeId))
            .CountBy(m => m.MentorId)
            .ToDictionary();
        return new()
        {
            Seed = unchecked((ulong)seed),
            Mentees =
            [
                .. mentees.Select(e => new Mentee(KeyOf(e.Person.Id), KeyOf(e.Person.Id))
                {
                    Answers = AnswersOf(e),
                    Wishes = WishesOf(e, _mentors),
                }),
            ],
            Mentors =
            [
                .. mentors
                    .Select(e => new Mentor(KeyOf(e.Person.Id), KeyOf(e.Person.Id), PlacesOf(e) - outside.GetValueOrDefault(e.Person.Id))
                    {
                        Answers = AnswersOf(e),
                        Wishes = WishesOf(e, _mentees),
                    })
                    .Select(m => m with { Places = Math.Clamp(m.Places, 0, Mentor.MostPlaces) }),
            ],
            Questions = [.. Questions.Values.Select(q => new Put.Question(q.Key, CountingOf(q.Counts)))],
            Recommendations =
            [
                .. _rows
                    .Recommendations.Where(r => Knows(_mentees, r.MenteeId) && Knows(_mentors, r.MentorId))
                    .Select(r => new Put.Recommendation(KeyOf(r.MenteeId), KeyOf(r.MentorId), r.Id.Value.ToString("N"))),
            ],
            Conflicts =
            [
                .. _rows
                    .Conflicts.Where(c => c.One != c.Other && InRound(c.One) && InRound(c.Other))
                    .Select(c => new Put.Conflict(KeyOf(c.One), KeyOf(c.Other))),
            ],
            Pins = [.. Pairs(_rows.Pins.Select(p => (p.MenteeId, p.MentorId))).Where(p => !settled.Contains(p.Mentee))],
            // A run does not put together two people whose mentorship ended. A coordinator who wants it pins them.
            Forbids = Pairs(
                _rows
                    .Forbids.Select(f => (f.MenteeId, f.MentorId))
                    .Concat(
                        _rows
                            .Parted.Select(m => (m.MenteeId, m.MentorId))
                            .Except(_rows.Pins.Select(p => (p.MenteeId, p.MentorId)))
                            .Except(_rows.Standing.Select(m => (m.MenteeId, m.MentorId)))
                    )
            ),
            Incumbents = incumbents,
            LastUnmatched = [.. _rows.LastUnmatched.Where(p => Knows(_mentees, p)).Select(KeyOf)],
        };
    }

    private List<Pair> Pairs(IEnumerable<(PersonId Mentee, PersonId Mentor)> pairs) =>
        [
            .. pairs
                .Where(p => Knows(_mentees, p.Mentee) && Knows(_mentors, p.Mentor))
                .Select(p => new Pair(KeyOf(p.Mentee), KeyOf(p.Mentor))),
        ];

    // Mentees elsewhere take up places, and never those of mentees whom the mentor has here.
    private int PlacesOf(Enrolled mentor)
    {
        var id = mentor.Person.Id;
        var (own, here) = (mentor.Enrolment.Places ?? _rows.PlacesPerMentor, _taken.GetValueOrDefault(id));
        var left = _rows.TakeNoNew.Contains(id) ? 0 : own - _rows.TakenElsewhere.GetValueOrDefault(id);
        return Math.Max(left, Math.Min(own, here));
    }

    private Dictionary<string, IReadOnlyCollection<string>> AnswersOf(Enrolled who) =>
        _answers[who.Enrolment.Id]
            .Select(a => new KeyValuePair<string, IReadOnlyCollection<string>>(
                _questions[a.QuestionId].Key,
                [.. a.Values.Concat(a.PrivateValues).Select(_questions[a.QuestionId].KeyOf).Where(v => v.Length > 0).Distinct()]
            ))
            .Concat(_comfort.AnswersOf(who))
            .ToDictionary();

    /// <summary>Whether a mentor named this mentee, or only said whom they help best.</summary>
    public bool Named(string mentor, string mentee) =>
        _wishes[(PersonOf(mentor).Id, ProgrammeRole.Mentor)].Any(w => w.To == PersonOf(mentee).Id);

    private List<IReadOnlyList<string>> WishesOf(Enrolled who, HashSet<string> known)
    {
        List<IReadOnlyList<string>> named =
        [
            .. _wishes[(who.Person.Id, who.Enrolment.Role)]
                .Where(w => w.To != who.Person.Id && Knows(known, w.To))
                .OrderBy(w => w.Rank)
                .DistinctBy(w => w.To)
                .GroupBy(w => w.Rank)
                .Select(IReadOnlyList<string> (equals) => [.. equals.Select(w => KeyOf(w.To))]),
        ];
        if (who.Enrolment.Role == ProgrammeRole.Mentor)
            HelpedBest(who.Person.Id, named);
        return named;
    }

    // Mentees who gave one of the answers come equally after everyone whom the mentor named.
    private void HelpedBest(PersonId mentor, List<IReadOnlyList<string>> named)
    {
        var wanted = _best[mentor].ToDictionary(h => h.QuestionId, h => h.Values.ToHashSet(StringComparer.Ordinal));
        if (wanted.Count == 0)
            return;
        var already = named.SelectMany(equals => equals).Append(KeyOf(mentor)).ToHashSet(StringComparer.Ordinal);
        List<string> helped =
        [
            .. _enrolmentOf
                .Where(e =>
                    !already.Contains(e.Key)
                    && _answers[e.Value]
                        .Any(a =>
                            wanted.TryGetValue(a.QuestionId, out var values)
                            && a.Values.Any(v => values.Contains(TextKey.Of(v)) || values.Contains(_questions[a.QuestionId].KeyOf(v)))
                        )
                )
                .Select(e => e.Key),
        ];
        if (helped.Count > 0)
            named.Add(helped);
    }

    private bool Knows(HashSet<string> role, PersonId person) => _keys.TryGetValue(person, out var key) && role.Contains(key);

    private bool InRound(PersonId person) => Knows(_mentees, person) || Knows(_mentors, person);

    private static Dictionary<PersonId, string> Keys(IEnumerable<Person> people) =>
        people
            .GroupBy(p => p.AddressKey ?? (p.Number is { Length: > 0 } number ? $"#{number}" : $"={p.Name}"))
            .SelectMany(g => g.OrderBy(p => p.Id.Value).Select((p, i) => (p.Id, Key: i == 0 ? g.Key : $"{g.Key}={i}")))
            .ToDictionary(p => p.Id, p => p.Key);

    private static Counting CountingOf(Counts counts) =>
        counts switch
        {
            Counts.Alike => Counting.Alike,
            Counts.Different => Counting.Different,
            Counts.MustEqual => Counting.MustEqual,
            _ => Counting.MustDiffer,
        };
}

using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences.Fitting;

/// <summary>
/// Puts comfort as private questions to the matchmaker: one for each aspect, side and strength that somebody cares about.
/// </summary>
/// <remarks>
/// A person with a preference answers with what they want, everybody on the other side with what they are; a person who said nothing gives
/// no answer. So a need is the rule "must be equal" and a wish the question "alike is good", and neither touches those who prefer nothing.
/// </remarks>
internal sealed class PrivatePreferenceRules
{
    private readonly ILookup<PersonId, PrivatePreference> _wants;
    private readonly Dictionary<(EnrolmentId, Aspect), string[]> _own;
    private readonly List<(Aspect Aspect, ProgrammeRole Side, Strength Strength)> _asked;

    public PrivatePreferenceRules(CohortRows rows)
    {
        _wants = rows.PrivatePreferences.ToLookup(c => c.PersonId);
        var aspects = rows.PrivateQuestions.ToDictionary(q => q.Id, q => (Aspect: Aspects.Of(q.Key), IsOwn: Aspects.IsOwn(q.Key)));
        _own =
            rows.PrivatePreferences.Count == 0
                ? []
                : rows
                    .Answers.Where(a => aspects.ContainsKey(a.QuestionId) && a.Values.Count + a.PrivateValues.Count > 0)
                    .GroupBy(a => (a.EnrolmentId, aspects[a.QuestionId].Aspect!.Value))
                    .ToDictionary(
                        g => g.Key,
                        g => Values(g.OrderByDescending(a => aspects[a.QuestionId].IsOwn).ThenBy(a => a.QuestionId.Value).First())
                    );
        _asked =
        [
            .. rows.Enrolled.SelectMany(e => _wants[e.Person.Id].Select(c => (c.Aspect, e.Enrolment.Role, c.Strength))).Distinct().Order(),
        ];
        Questions =
        [
            .. _asked.Select(a => new Question
            {
                Heading = Several.Plain(IdOf(a)),
                Key = IdOf(a),
                IsPrivate = true,
                Counts = a.Strength == Strength.Required ? Counts.MustEqual : Counts.Alike,
            }),
        ];
    }

    public IReadOnlyList<Question> Questions { get; }

    public IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> AnswersOf(Enrolled who)
    {
        foreach (var asked in _asked)
        {
            var own = _own.GetValueOrDefault((who.Enrolment.Id, asked.Aspect), []);
            var values =
                who.Enrolment.Role != asked.Side ? own
                : _wants[who.Person.Id].FirstOrDefault(c => c.Aspect == asked.Aspect && c.Strength == asked.Strength) is { } want
                    ? [.. want.Wanted.Select(Aspects.KeyOf).Concat(want.LikeMe ? own : []).Where(v => v.Length > 0).Distinct()]
                : Array.Empty<string>();
            if (values.Length > 0)
                yield return new(IdOf(asked), values);
        }
    }

    private static string IdOf((Aspect Aspect, ProgrammeRole Side, Strength Strength) asked) =>
        $"comfort {asked.Strength} {asked.Aspect} {asked.Side}";

    private static string[] Values(Answer answer) =>
        [.. answer.Values.Concat(answer.PrivateValues).Select(Aspects.KeyOf).Where(v => v.Length > 0).Distinct()];
}

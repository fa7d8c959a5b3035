using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Programmes;

namespace Rabta.Preferences.Fitting;

/// <summary>Everything the database knows that matching may use, as it stands now.</summary>
public sealed record CohortRows(
    int PlacesPerMentor,
    IReadOnlyList<Enrolled> Enrolled,
    IReadOnlyList<Mentorship> Standing,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<Wish> Wishes,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<Conflict> Conflicts,
    IReadOnlyList<Pin> Pins,
    IReadOnlyList<Forbid> Forbids,
    IReadOnlyList<Mentorship> Parted,
    IReadOnlyList<HelpsBest> HelpsBest,
    IReadOnlyList<PrivatePreference> PrivatePreferences,
    IReadOnlyList<Question> PrivateQuestions,
    IReadOnlyList<PersonId> LastUnmatched
)
{
    /// <summary>Mentees of a mentor in other cohorts and programmes: they take up places, too.</summary>
    public IReadOnlyDictionary<PersonId, int> TakenElsewhere { get; init; } = new Dictionary<PersonId, int>();

    /// <summary>Mentors who are away, or said that they take no new mentee.</summary>
    public IReadOnlySet<PersonId> TakeNoNew { get; init; } = new HashSet<PersonId>();
}

/// <summary>A person in one part of the cohort.</summary>
public sealed record Enrolled(Enrolment Enrolment, Person Person);

using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Goals;

public readonly record struct GoalSuggestionId(Guid Value) : IId<GoalSuggestionId>
{
    public static GoalSuggestionId From(Guid value) => new(value);
}

/// <summary>A goal a mentor thinks of. It becomes a goal only when the mentee takes it, perhaps in other words.</summary>
[SeenBy(Audience.Partner)]
public sealed class GoalSuggestion : IBelongToInstitution
{
    private GoalSuggestion() { }

    public GoalSuggestion(GoalSuggestionId id, MentorshipId mentorship, PersonId by, string text, LocalDate? until, Instant now) =>
        (Id, MentorshipId, By, Text, Until, At) = (id, mentorship, by, text, until, now);

    public GoalSuggestionId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; private set; }

    /// <summary>The mentor.</summary>
    public PersonId By { get; private set; }

    [SeenBy(Audience.Partner)]
    public string Text { get; private set; } = "";
    public LocalDate? Until { get; private set; }
    public Instant At { get; private set; }
    public Instant? AnsweredAt { get; private set; }
    public bool? Taken { get; private set; }

    /// <summary>What became of it.</summary>
    public GoalId? GoalId { get; private set; }

    public void NotNow(Instant now) => (AnsweredAt, Taken) = (now, false);

    public void Take(GoalId goal, Instant now) => (AnsweredAt, Taken, GoalId) = (now, true, goal);
}

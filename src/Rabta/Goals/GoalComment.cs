using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Goals;

public readonly record struct GoalCommentId(Guid Value) : IId<GoalCommentId>
{
    public static GoalCommentId From(Guid value) => new(value);
}

/// <summary>A word about a goal: the mentee's own say how it goes.</summary>
[SeenBy(Audience.Partner)]
public sealed class GoalComment : IBelongToInstitution
{
    public const int Longest = 500;

    public GoalCommentId Id { get; init; } = Ids.New<GoalCommentId>();
    public InstitutionId InstitutionId { get; private set; }
    public GoalId GoalId { get; init; }
    public PersonId By { get; init; }

    [SeenBy(Audience.Partner)]
    public required string Text { get; init; }
    public Instant At { get; init; }
}

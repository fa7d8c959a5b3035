using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Care.Reminding;

public readonly record struct ReminderId(Guid Value) : IId<ReminderId>
{
    public static ReminderId From(Guid value) => new(value);
}

/// <summary>
/// A coordinator reminded a person. Nobody gets a second reminder within a week, whatever it is about and whoever sends it.
/// </summary>
[SeenBy(Audience.Staff)]
public sealed class Reminder : IBelongToInstitution
{
    public static readonly Duration Apart = Duration.FromDays(7);

    public ReminderId Id { get; init; } = Ids.New<ReminderId>();
    public InstitutionId InstitutionId { get; private set; }
    public PersonId PersonId { get; init; }

    /// <summary>The pair it was about; of several, the first.</summary>
    public MentorshipId MentorshipId { get; init; }

    /// <summary>The name of the kind of waiting.</summary>
    [SeenBy(Audience.Staff)]
    public required string About { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }
}

using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Programmes;

namespace Rabta.Preferences;

public readonly record struct PinId(Guid Value) : IId<PinId>
{
    public static PinId From(Guid value) => new(value);
}

/// <summary>A coordinator's word that these two belong together, in every run. A mentee has one.</summary>
[SeenBy(Audience.Staff)]
public sealed class Pin : IBelongToInstitution
{
    public PinId Id { get; init; } = Ids.New<PinId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }

    [SeenBy(Audience.Staff)]
    public PersonId MentorId { get; init; }

    [SeenBy(Audience.Staff)]
    public PersonId MenteeId { get; init; }

    /// <summary>The run had put the mentee elsewhere.</summary>
    public bool IsMove { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }
}

public readonly record struct ForbidId(Guid Value) : IId<ForbidId>
{
    public static ForbidId From(Guid value) => new(value);
}

/// <summary>A coordinator's word that these two are never put together.</summary>
[SeenBy(Audience.Staff)]
public sealed class Forbid : IBelongToInstitution
{
    public ForbidId Id { get; init; } = Ids.New<ForbidId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }

    [SeenBy(Audience.Staff)]
    public PersonId MentorId { get; init; }

    [SeenBy(Audience.Staff)]
    public PersonId MenteeId { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }
}

using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.People.Noting;

public readonly record struct StaffNoteId(Guid Value) : IId<StaffNoteId>
{
    public static StaffNoteId From(Guid value) => new(value);
}

/// <summary>What staff write down about a person. It is part of what the person gets when asking for their own data.</summary>
[SeenBy(Audience.Staff)]
public sealed class StaffNote : IBelongToInstitution
{
    public const int Longest = 2000;

    public StaffNoteId Id { get; init; } = Ids.New<StaffNoteId>();
    public InstitutionId InstitutionId { get; private set; }
    public PersonId PersonId { get; init; }

    [SeenBy(Audience.Staff)]
    public required string Text { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }
}

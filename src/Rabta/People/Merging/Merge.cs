using System.Text.Json;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.People.Merging;

public readonly record struct MergeId(Guid Value) : IId<MergeId>
{
    public static MergeId From(Guid value) => new(value);
}

/// <summary>Two people turned out to be one. For ten minutes it can be undone.</summary>
[SeenBy(Audience.Staff)]
public sealed class Merge : IBelongToInstitution
{
    public static readonly Duration Undoable = Duration.FromMinutes(10);

    public MergeId Id { get; init; } = Ids.New<MergeId>();
    public InstitutionId InstitutionId { get; private set; }

    /// <summary>The person who goes on.</summary>
    public PersonId KeptId { get; init; }

    /// <summary>The person whose rows went over, and who is found nowhere any more.</summary>
    public PersonId GoneId { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }
    public Instant? UndoneAt { get; set; }

    /// <summary>What the undo needs, as JSON: <see cref="MergeLog"/>. It is deleted when the time is over.</summary>
    [SeenBy(Audience.Nobody)]
    public string? Log { get; set; }

    public bool CanBeUndone(Instant now) => UndoneAt is null && Log is not null && now < At + Undoable;
}

/// <summary>A row that went from one person to the other.</summary>
/// <param name="Entity">The name of its type in the model.</param>
public sealed record MovedRow(string Entity, string Property, Guid Row);

/// <summary>What a person was like before.</summary>
public sealed record PersonBefore(
    string Name,
    IReadOnlyDictionary<string, string> Names,
    string? Number,
    string? Address,
    string? Phone,
    string? Zone,
    string? About,
    string? Hopes,
    string? Language,
    Shown Shown,
    Corrected Corrected,
    Duties Duties,
    long? FirstSignedIn,
    long? ConfirmedAt
);

/// <summary>Everything that a merge changed.</summary>
/// <param name="Parts">What modules changed beside the rows that went over, by the name that each module chose.</param>
public sealed record MergeLog(List<MovedRow> Moved, PersonBefore Kept, PersonBefore Gone, Dictionary<string, string> Parts)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static MergeLog Read(string json) => JsonSerializer.Deserialize<MergeLog>(json)!;
}

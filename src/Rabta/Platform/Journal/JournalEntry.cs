using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Journal;

public readonly record struct JournalEntryId(Guid Value) : IId<JournalEntryId>
{
    public static JournalEntryId From(Guid value) => new(value);
}

/// <summary>
/// What happened to something people care about: who, for whom, why, when, before, after. The database refuses to change or delete it.
/// </summary>
[SeenBy(Audience.Staff)]
public sealed class JournalEntry : IBelongToInstitution, IAppendOnly
{
    public JournalEntryId Id { get; init; } = Ids.New<JournalEntryId>();
    public InstitutionId InstitutionId { get; private set; }

    public Instant At { get; init; }

    /// <summary>The pseudonym of whoever did it; nobody where the machine itself acted.</summary>
    [NoKey("The name is deleted when a person is erased; the line stays.")]
    public JournalNameId? By { get; init; }

    [NoKey("The name is deleted when a person is erased; the line stays.")]
    public JournalNameId? OnBehalfOf { get; init; }

    /// <summary>The key of a <see cref="JournalKind"/>.</summary>
    [SeenBy(Audience.Staff)]
    public required string What { get; init; }

    /// <summary>The thing that it happened to; for a person their pseudonym.</summary>
    [NoKey("It may be a row of any table, and outlives that row.")]
    public Guid Subject { get; init; }

    [SeenBy(Audience.Staff)]
    public string? Why { get; init; }

    [SeenBy(Audience.Staff)]
    public string? Before { get; init; }

    [SeenBy(Audience.Staff)]
    public string? After { get; init; }

    /// <param name="names">The pseudonyms of all people whom the line names.</param>
    internal static JournalEntry Of(JournalLine line, IReadOnlyDictionary<PersonId, JournalNameId> names)
    {
        JournalNameId? NameOf(PersonId? person) => person is { } known ? names[known] : null;
        return new()
        {
            At = line.At,
            What = line.What.Key,
            By = NameOf(line.By),
            OnBehalfOf = NameOf(line.OnBehalfOf),
            Why = line.Why,
            Subject = NameOf(line.Person)?.Value ?? line.Subject,
            Before = NameOf(line.PersonBefore)?.Value.ToString() ?? line.Before,
            After = NameOf(line.PersonAfter)?.Value.ToString() ?? line.After,
        };
    }
}

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.Owned("journal");
        builder.HasIndex(e => new { e.InstitutionId, e.Subject });
    }
}

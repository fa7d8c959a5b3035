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

/// <summary>What happened to something people care about: who, for whom, why, when, before, after. Never changed again.</summary>
public sealed class JournalEntry : IBelongToInstitution, IAppendOnly
{
    public JournalEntryId Id { get; init; } = Ids.New<JournalEntryId>();
    public InstitutionId InstitutionId { get; private set; }
    public Instant At { get; init; }

    /// <summary>Nobody where the machine itself acted.</summary>
    public PersonId? By { get; init; }
    public PersonId? OnBehalfOf { get; init; }

    /// <summary>Noun and past tense, for example <c>mentorship.ended</c>.</summary>
    public required string What { get; init; }
    public Guid Subject { get; init; }

    [SeenBy(Audience.Staff)]
    public string? Why { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.Owned("journal");
        builder.HasIndex(e => new { e.InstitutionId, e.Subject });
    }
}

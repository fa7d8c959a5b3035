using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Programmes;

namespace Rabta.Importing.Drafting;

public readonly record struct ImportDraftId(Guid Value) : IId<ImportDraftId>
{
    public static ImportDraftId From(Guid value) => new(value);
}

public readonly record struct ImportFileId(Guid Value) : IId<ImportFileId>
{
    public static ImportFileId From(Guid value) => new(value);
}

public enum ImportState
{
    /// <summary>For the coordinator to look at.</summary>
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>Lists on their way in. They wait in the database, so that any server can go on with them.</summary>
[SeenBy(Audience.Staff)]
public sealed class ImportDraft : IBelongToInstitution
{
    public static readonly Duration Lifetime = Duration.FromHours(24);

    public ImportDraftId Id { get; init; } = Ids.New<ImportDraftId>();
    public InstitutionId InstitutionId { get; private set; }
    public PersonId By { get; init; }

    [SeenBy(Audience.Staff)]
    public required string Programme { get; init; }

    /// <summary>What somebody said a heading means, as <c>Heading=meaning</c>.</summary>
    [SeenBy(Audience.Staff)]
    public List<string> MentorMaps { get; set; } = [];

    [SeenBy(Audience.Staff)]
    public List<string> MenteeMaps { get; set; } = [];
    public bool GoodRows { get; set; }
    public ImportState State { get; set; }

    /// <summary>Until when a server is at work on it; after that another takes it up.</summary>
    public Instant? HeldUntil { get; set; }

    /// <summary>What became of it, as JSON; while waiting, what became of the last try.</summary>
    [SeenBy(Audience.Staff)]
    public string? Result { get; set; }
    public Instant At { get; init; }
}

[SeenBy(Audience.Staff)]
public sealed class ImportFile : IBelongToInstitution
{
    public ImportFileId Id { get; init; } = Ids.New<ImportFileId>();
    public InstitutionId InstitutionId { get; private set; }
    public ImportDraftId DraftId { get; init; }
    public ProgrammeRole Role { get; init; }

    [SeenBy(Audience.Staff)]
    public required string Name { get; init; }

    [SeenBy(Audience.Staff)]
    public required byte[] Bytes { get; init; }
}

public static class ImportTables
{
    extension(RabtaDb db)
    {
        public DbSet<ImportDraft> ImportDrafts => db.Set<ImportDraft>();
        public DbSet<ImportFile> ImportFiles => db.Set<ImportFile>();
    }
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportDraft>, IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.Owned("import_drafts");
        builder.Refers<Person>(nameof(ImportDraft.By));
    }

    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.Owned("import_files");
        builder.Refers<ImportDraft>(nameof(ImportFile.DraftId), DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rabta.Platform.Database;
using Rabta.Platform.Language;

namespace Rabta.Platform.Institutions;

public readonly record struct InstitutionId(Guid Value) : IId<InstitutionId>
{
    public static InstitutionId From(Guid value) => new(value);
}

/// <summary>The institution that a row belongs to. Every row of an institution carries its id.</summary>
public interface IBelongToInstitution
{
    InstitutionId InstitutionId { get; }
}

/// <summary>A tenant: college, ministry, company. Found by the host name it is reached under.</summary>
public sealed class Institution
{
    private Institution() { }

    public Institution(Several name, string? host, string zone)
    {
        Id = Ids.New<InstitutionId>();
        Name = name;
        Host = host?.ToLowerInvariant();
        Zone = zone;
    }

    public InstitutionId Id { get; private set; }
    public Several Name { get; set; } = Several.Nothing;
    public string? Host { get; private set; }

    /// <summary>An IANA time zone.</summary>
    public string Zone { get; set; } = "";

    /// <summary>The name that mails come from; Rabta where none is set.</summary>
    public string? Sender { get; set; }

    /// <summary>Where answers to mails arrive.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>
    /// Tags of the languages in which mails go to people who have not chosen one; the server's first two where none is set.
    /// </summary>
    public List<string> MailLanguages { get; set; } = [];

    /// <summary>The number where someone answers in trouble, shown on every pair's page and slip.</summary>
    public string? Helpline { get; set; }

    /// <summary>Everyone here is invented, and every page says so.</summary>
    public bool IsInvented { get; set; }
}

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.ToTable("institutions");
        builder.Property(i => i.Name).HasConversion<SeveralConverter>();
        builder.HasIndex(i => i.Host).IsUnique();
    }
}

public static class InstitutionTables
{
    extension(RabtaDb db)
    {
        public DbSet<Institution> Institutions => db.Set<Institution>();
    }
}

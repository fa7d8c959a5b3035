using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Mentorships;

public static class MentorshipTables
{
    extension(RabtaDb db)
    {
        public DbSet<Mentorship> Mentorships => db.Set<Mentorship>();
        public DbSet<Acceptance> Acceptances => db.Set<Acceptance>();
        public DbSet<ChangeRequest> ChangeRequests => db.Set<ChangeRequest>();
        public DbSet<PhoneShare> PhoneShares => db.Set<PhoneShare>();
    }
}

/// <summary>Reasons as one JSON text: they are read and written whole.</summary>
public sealed class ReasonsConverter() : ValueConverter<List<Reason>, string>(reasons => Write(reasons), json => Read(json))
{
    public static readonly ValueComparer<List<Reason>> Comparer = new(
        (a, b) => Write(a!) == Write(b!),
        r => StringComparer.Ordinal.GetHashCode(Write(r)),
        r => r.ToList()
    );

    private static string Write(List<Reason> reasons) => JsonSerializer.Serialize(reasons);

    private static List<Reason> Read(string json) =>
        [.. JsonSerializer.Deserialize<List<Reason>>(json)!.Where(r => r.Kind != ReasonKind.SharedInPrivate)];
}

internal sealed class MentorshipMapping
    : IEntityTypeConfiguration<Mentorship>,
        IEntityTypeConfiguration<Acceptance>,
        IEntityTypeConfiguration<ChangeRequest>,
        IEntityTypeConfiguration<PhoneShare>
{
    public void Configure(EntityTypeBuilder<Mentorship> builder)
    {
        builder.Owned("mentorships");
        builder.Refers<Programme>(nameof(Mentorship.ProgrammeId));
        builder.Refers<Cohort>(nameof(Mentorship.CohortId));
        builder.Refers<Person>(nameof(Mentorship.MentorId));
        builder.Refers<Person>(nameof(Mentorship.MenteeId));
        builder.Refers<Person>(nameof(Mentorship.FacilitatorId));
        builder.Property(m => m.Why).HasConversion(new ReasonsConverter(), ReasonsConverter.Comparer);
        builder
            .HasIndex(m => new
            {
                m.InstitutionId,
                m.CohortId,
                m.MenteeId,
            })
            .IsUnique()
            .HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(m => new { m.InstitutionId, m.BeganAt }).HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(m => new { m.InstitutionId, m.MentorId });
        builder.HasIndex(m => new { m.InstitutionId, m.MenteeId });
    }

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.Owned("acceptances");
        builder.Refers<Programme>(nameof(Acceptance.ProgrammeId));
        builder.Refers<Person>(nameof(Acceptance.PersonId));
        builder
            .HasIndex(a => new
            {
                a.InstitutionId,
                a.ProgrammeId,
                a.PersonId,
                a.Version,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<ChangeRequest> builder)
    {
        builder.Owned("change_requests");
        builder.Refers<Mentorship>(nameof(ChangeRequest.MentorshipId));
        builder.Refers<Person>(nameof(ChangeRequest.By));
    }

    public void Configure(EntityTypeBuilder<PhoneShare> builder)
    {
        builder.Owned("phone_shares");
        builder.Refers<Mentorship>(nameof(PhoneShare.MentorshipId));
        builder.Refers<Person>(nameof(PhoneShare.PersonId));
        builder
            .HasIndex(s => new
            {
                s.InstitutionId,
                s.MentorshipId,
                s.PersonId,
            })
            .IsUnique();
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Matches;

public static class MatchTables
{
    extension(RabtaDb db)
    {
        public DbSet<Round> Rounds => db.Set<Round>();
        public DbSet<RoundPair> RoundPairs => db.Set<RoundPair>();
        public DbSet<RoundUnmatched> RoundUnmatched => db.Set<RoundUnmatched>();
        public DbSet<RoundInput> RoundInputs => db.Set<RoundInput>();
        public DbSet<MentorRequest> MentorRequests => db.Set<MentorRequest>();
        public DbSet<Pin> Pins => db.Set<Pin>();
        public DbSet<Forbid> Forbids => db.Set<Forbid>();
    }
}

internal sealed class RoundMapping
    : IEntityTypeConfiguration<Round>,
        IEntityTypeConfiguration<RoundPair>,
        IEntityTypeConfiguration<RoundUnmatched>,
        IEntityTypeConfiguration<RoundInput>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Owned("rounds");
        builder.Refers<Programme>(nameof(Round.ProgrammeId));
        builder.Refers<Cohort>(nameof(Round.CohortId));
        builder.Refers<Person>(nameof(Round.PublishedBy));
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.InstitutionId, r.CohortId }).IsUnique().HasFilter($"\"State\" <> {(int)RoundState.Published}");
    }

    public void Configure(EntityTypeBuilder<RoundPair> builder)
    {
        builder.Owned("round_pairs");
        builder.Refers<Round>(nameof(RoundPair.RoundId), DeleteBehavior.Cascade);
        builder.Refers<Person>(nameof(RoundPair.MentorId));
        builder.Refers<Person>(nameof(RoundPair.MenteeId));
        builder.Property(p => p.Why).HasConversion(new ReasonsConverter(), ReasonsConverter.Comparer);
        builder
            .HasIndex(p => new
            {
                p.InstitutionId,
                p.RoundId,
                p.MenteeId,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoundInput> builder)
    {
        builder.Owned("round_inputs");
        builder.Refers<Round>(nameof(RoundInput.RoundId), DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.InstitutionId, i.RoundId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoundUnmatched> builder)
    {
        builder.Owned("round_unmatched");
        builder.Refers<Round>(nameof(RoundUnmatched.RoundId), DeleteBehavior.Cascade);
        builder.Refers<Person>(nameof(RoundUnmatched.MenteeId));
        builder.Property(u => u.Removals).HasConversion(new RemovalsConverter(), RemovalsConverter.Comparer);
        builder
            .HasIndex(u => new
            {
                u.InstitutionId,
                u.RoundId,
                u.MenteeId,
            })
            .IsUnique();
    }
}

internal sealed class PinMapping : IEntityTypeConfiguration<Pin>, IEntityTypeConfiguration<Forbid>
{
    public void Configure(EntityTypeBuilder<Pin> builder)
    {
        builder.Owned("pins");
        builder.Refers<Cohort>(nameof(Pin.CohortId));
        builder.Refers<Person>(nameof(Pin.MentorId));
        builder.Refers<Person>(nameof(Pin.MenteeId));
        builder.Refers<Person>(nameof(Pin.By));
        builder
            .HasIndex(p => new
            {
                p.InstitutionId,
                p.CohortId,
                p.MenteeId,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Forbid> builder)
    {
        builder.Owned("forbids");
        builder.Refers<Cohort>(nameof(Forbid.CohortId));
        builder.Refers<Person>(nameof(Forbid.MentorId));
        builder.Refers<Person>(nameof(Forbid.MenteeId));
        builder.Refers<Person>(nameof(Forbid.By));
        builder
            .HasIndex(f => new
            {
                f.InstitutionId,
                f.CohortId,
                f.MenteeId,
                f.MentorId,
            })
            .IsUnique();
    }
}

internal sealed class MentorRequestMapping : IEntityTypeConfiguration<MentorRequest>
{
    public void Configure(EntityTypeBuilder<MentorRequest> builder)
    {
        builder.Owned("mentor_requests");
        builder.Refers<Cohort>(nameof(MentorRequest.CohortId));
        builder.Refers<Person>(nameof(MentorRequest.MentorId));
        builder.Refers<Person>(nameof(MentorRequest.MenteeId));
        builder.Refers<Round>(nameof(MentorRequest.RoundId));
        builder
            .HasIndex(r => new
            {
                r.InstitutionId,
                r.CohortId,
                r.MenteeId,
                r.MentorId,
            })
            .IsUnique()
            .HasFilter($"\"State\" = {(int)RequestState.Open}");
        builder.HasIndex(r => new { r.InstitutionId, r.MentorId });
        builder.HasIndex(r => new
        {
            r.InstitutionId,
            r.State,
            r.At,
        });
    }
}

/// <summary>Kept as one JSON text, the same on both databases.</summary>
internal sealed class RemovalsConverter() : ValueConverter<List<Removed>, string>(removals => Write(removals), json => Read(json))
{
    public static readonly ValueComparer<List<Removed>> Comparer = new((a, b) => a!.SequenceEqual(b!), r => r.Count, r => r.ToList());

    private static string Write(List<Removed> removals) => JsonSerializer.Serialize(removals);

    private static List<Removed> Read(string json) => JsonSerializer.Deserialize<List<Removed>>(json)!;
}

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

/// <summary>Kept as one JSON text, the same on both databases.</summary>
internal sealed class RemovalsConverter() : ValueConverter<List<Removed>, string>(removals => Write(removals), json => Read(json))
{
    public static readonly ValueComparer<List<Removed>> Comparer = new((a, b) => a!.SequenceEqual(b!), r => r.Count, r => r.ToList());

    private static string Write(List<Removed> removals) => JsonSerializer.Serialize(removals);

    private static List<Removed> Read(string json) => JsonSerializer.Deserialize<List<Removed>>(json)!;
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;

namespace Rabta.Programmes;

public static class ProgrammeTables
{
    extension(RabtaDb db)
    {
        public DbSet<Programme> Programmes => db.Set<Programme>();
        public DbSet<Cohort> Cohorts => db.Set<Cohort>();
        public DbSet<GroundRules> GroundRules => db.Set<GroundRules>();
        public DbSet<Enrolment> Enrolments => db.Set<Enrolment>();

        /// <summary>Those of people who have not left.</summary>
        public IQueryable<Enrolment> TakingPart => db.Set<Enrolment>().Where(e => e.LeftAt == null);
        public DbSet<Question> Questions => db.Set<Question>();
        public DbSet<Answer> Answers => db.Set<Answer>();
    }
}

public static class NewestCohort
{
    /// <summary>The cohorts of a programme, this year's first: the first of them is the one that is meant where none is named.</summary>
    public static IQueryable<Cohort> NewestOf(this IQueryable<Cohort> cohorts, ProgrammeId? programme) =>
        cohorts.Where(c => c.ProgrammeId == programme).OrderByDescending(c => c.AcademicYear).ThenByDescending(c => c.Id);
}

internal sealed class ProgrammeMapping
    : IEntityTypeConfiguration<Programme>,
        IEntityTypeConfiguration<Cohort>,
        IEntityTypeConfiguration<GroundRules>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Owned("programmes");
        builder.Property(p => p.Name).HasConversion<SeveralConverter>();
        builder.Property(p => p.Purpose).HasConversion<SeveralConverter>();
        builder.Property(p => p.IsNot).HasConversion<SeveralConverter>();
        builder.Property(p => p.TurnTo).HasConversion<SeveralConverter>();
    }

    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.Owned("cohorts");
        builder.Property(c => c.Name).HasConversion<SeveralConverter>();
        builder.Refers<Programme>(nameof(Cohort.ProgrammeId));
    }

    public void Configure(EntityTypeBuilder<GroundRules> builder)
    {
        builder.Owned("ground_rules");
        builder.Property(r => r.Rules).HasConversion<SeveralConverter>();
        builder.Refers<Programme>(nameof(GroundRules.ProgrammeId));
        builder
            .HasIndex(r => new
            {
                r.InstitutionId,
                r.ProgrammeId,
                r.Version,
            })
            .IsUnique();
    }
}

/// <summary>As one JSON text: it is read and written whole.</summary>
public sealed class SameAnswersConverter() : ValueConverter<Dictionary<string, string>, string>(same => Write(same), json => Read(json))
{
    public static readonly ValueComparer<Dictionary<string, string>> Comparer = new(
        (a, b) => Write(a!) == Write(b!),
        same => StringComparer.Ordinal.GetHashCode(Write(same)),
        same => same.ToDictionary(StringComparer.Ordinal)
    );

    private static string Write(Dictionary<string, string> same) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(same, StringComparer.Ordinal));

    private static Dictionary<string, string> Read(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}

internal sealed class EnrolmentMapping
    : IEntityTypeConfiguration<Enrolment>,
        IEntityTypeConfiguration<Question>,
        IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.Owned("enrolments");
        builder.Refers<Cohort>(nameof(Enrolment.CohortId));
        builder.Refers<Person>(nameof(Enrolment.PersonId));
        builder
            .HasIndex(e => new
            {
                e.InstitutionId,
                e.CohortId,
                e.PersonId,
                e.Role,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.Owned("questions");
        builder.Property(q => q.Heading).HasConversion<SeveralConverter>();
        builder.Property(q => q.Same).HasConversion(new SameAnswersConverter(), SameAnswersConverter.Comparer);
        builder.Refers<Cohort>(nameof(Question.CohortId));
        builder
            .HasIndex(q => new
            {
                q.InstitutionId,
                q.CohortId,
                q.Key,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.Owned("answers");
        builder.Refers<Enrolment>(nameof(Answer.EnrolmentId), DeleteBehavior.Cascade);
        builder.Refers<Question>(nameof(Answer.QuestionId));
        builder
            .HasIndex(a => new
            {
                a.InstitutionId,
                a.EnrolmentId,
                a.QuestionId,
            })
            .IsUnique();
    }
}

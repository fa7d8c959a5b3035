using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        public DbSet<Question> Questions => db.Set<Question>();
        public DbSet<Answer> Answers => db.Set<Answer>();
        public DbSet<Wish> Wishes => db.Set<Wish>();
        public DbSet<HelpsBest> HelpsBest => db.Set<HelpsBest>();
        public DbSet<Recommendation> Recommendations => db.Set<Recommendation>();
        public DbSet<UnsortedRecommendation> UnsortedRecommendations => db.Set<UnsortedRecommendation>();
        public DbSet<RecommenderInvitation> RecommenderInvitations => db.Set<RecommenderInvitation>();
        public DbSet<InvitationLink> InvitationLinks => db.Set<InvitationLink>();
        public DbSet<Recommender> Recommenders => db.Set<Recommender>();
        public DbSet<Comfort> Comforts => db.Set<Comfort>();
        public DbSet<Conflict> Conflicts => db.Set<Conflict>();
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
                e.Part,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.Owned("questions");
        builder.Property(q => q.Heading).HasConversion<SeveralConverter>();
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

internal sealed class WishMapping
    : IEntityTypeConfiguration<Wish>,
        IEntityTypeConfiguration<HelpsBest>,
        IEntityTypeConfiguration<Recommendation>,
        IEntityTypeConfiguration<Conflict>
{
    public void Configure(EntityTypeBuilder<Wish> builder)
    {
        builder.Owned("wishes");
        builder.Refers<Cohort>(nameof(Wish.CohortId));
        builder.Refers<Person>(nameof(Wish.From));
        builder.Refers<Person>(nameof(Wish.To));
        builder
            .HasIndex(w => new
            {
                w.InstitutionId,
                w.CohortId,
                w.From,
                w.FromPart,
                w.To,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<HelpsBest> builder)
    {
        builder.Owned("helps_best");
        builder.Refers<Cohort>(nameof(HelpsBest.CohortId));
        builder.Refers<Person>(nameof(HelpsBest.MentorId));
        builder.Refers<Question>(nameof(HelpsBest.QuestionId));
        builder
            .HasIndex(h => new
            {
                h.InstitutionId,
                h.CohortId,
                h.MentorId,
                h.QuestionId,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Owned("recommendations");
        builder.Refers<Cohort>(nameof(Recommendation.CohortId));
        builder.Refers<Person>(nameof(Recommendation.MenteeId));
        builder.Refers<Person>(nameof(Recommendation.MentorId));
        builder.Refers<RecommenderInvitation>(nameof(Recommendation.InvitationId));
        builder.Refers<Person>(nameof(Recommendation.ByPerson));
        // Several people may recommend the same two.
        builder
            .HasIndex(r => new
            {
                r.InstitutionId,
                r.CohortId,
                r.MenteeId,
                r.MentorId,
                r.ByPerson,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Conflict> builder)
    {
        builder.Owned("conflicts");
        builder.Refers<Cohort>(nameof(Conflict.CohortId));
        builder.Refers<Person>(nameof(Conflict.One));
        builder.Refers<Person>(nameof(Conflict.Other));
        builder
            .HasIndex(c => new
            {
                c.InstitutionId,
                c.CohortId,
                c.One,
                c.Other,
            })
            .IsUnique();
    }
}

internal sealed class RecommenderMapping
    : IEntityTypeConfiguration<RecommenderInvitation>,
        IEntityTypeConfiguration<InvitationLink>,
        IEntityTypeConfiguration<UnsortedRecommendation>,
        IEntityTypeConfiguration<Recommender>
{
    public void Configure(EntityTypeBuilder<RecommenderInvitation> builder)
    {
        builder.Owned("recommender_invitations");
        builder.Refers<Cohort>(nameof(RecommenderInvitation.CohortId));
        builder.Refers<Person>(nameof(RecommenderInvitation.PersonId));
        builder.Refers<Person>(nameof(RecommenderInvitation.By));
        builder.HasIndex(i => new { i.InstitutionId, i.CohortId });
    }

    public void Configure(EntityTypeBuilder<InvitationLink> builder)
    {
        builder.Owned("invitation_links");
        builder.Refers<RecommenderInvitation>(nameof(InvitationLink.InvitationId), DeleteBehavior.Cascade);
        builder.HasIndex(l => new { l.InstitutionId, l.Hash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnsortedRecommendation> builder)
    {
        builder.Owned("unsorted_recommendations");
        builder.Refers<Cohort>(nameof(UnsortedRecommendation.CohortId));
        builder.Refers<Person>(nameof(UnsortedRecommendation.ByPerson));
    }

    public void Configure(EntityTypeBuilder<Recommender> builder)
    {
        builder.Owned("recommenders");
        builder.Refers<Cohort>(nameof(Recommender.CohortId));
        builder.Refers<Person>(nameof(Recommender.PersonId));
        builder
            .HasIndex(r => new
            {
                r.InstitutionId,
                r.CohortId,
                r.PersonId,
            })
            .IsUnique();
    }
}

internal sealed class ComfortMapping : IEntityTypeConfiguration<Comfort>
{
    public void Configure(EntityTypeBuilder<Comfort> builder)
    {
        builder.Owned("comforts");
        builder.Refers<Cohort>(nameof(Comfort.CohortId));
        builder.Refers<Person>(nameof(Comfort.PersonId));
        builder
            .HasIndex(c => new
            {
                c.InstitutionId,
                c.CohortId,
                c.PersonId,
                c.Aspect,
            })
            .IsUnique();
    }
}

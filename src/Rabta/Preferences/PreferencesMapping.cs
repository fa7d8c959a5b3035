using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Preferences;

public static class PreferenceTables
{
    extension(RabtaDb db)
    {
        public DbSet<Wish> Wishes => db.Set<Wish>();
        public DbSet<HelpsBest> HelpsBest => db.Set<HelpsBest>();
        public DbSet<Recommendation> Recommendations => db.Set<Recommendation>();
        public DbSet<UnsortedRecommendation> UnsortedRecommendations => db.Set<UnsortedRecommendation>();
        public DbSet<RecommenderInvitation> RecommenderInvitations => db.Set<RecommenderInvitation>();
        public DbSet<InvitationLink> InvitationLinks => db.Set<InvitationLink>();
        public DbSet<Recommender> Recommenders => db.Set<Recommender>();
        public DbSet<PrivatePreference> PrivatePreferences => db.Set<PrivatePreference>();
        public DbSet<Conflict> Conflicts => db.Set<Conflict>();
        public DbSet<MentorRequest> MentorRequests => db.Set<MentorRequest>();
        public DbSet<Pin> Pins => db.Set<Pin>();
        public DbSet<Forbid> Forbids => db.Set<Forbid>();
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
                w.FromRole,
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

internal sealed class PrivatePreferenceMapping : IEntityTypeConfiguration<PrivatePreference>
{
    public void Configure(EntityTypeBuilder<PrivatePreference> builder)
    {
        builder.Owned("private_preferences");
        builder.Refers<Cohort>(nameof(PrivatePreference.CohortId));
        builder.Refers<Person>(nameof(PrivatePreference.PersonId));
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
        builder.Property(r => r.Round).HasColumnName("RoundId");
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

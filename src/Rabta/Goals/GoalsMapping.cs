using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;

namespace Rabta.Goals;

public static class GoalTables
{
    extension(RabtaDb db)
    {
        public DbSet<Goal> Goals => db.Set<Goal>();
        public DbSet<GoalSuggestion> GoalSuggestions => db.Set<GoalSuggestion>();
        public DbSet<GoalComment> GoalComments => db.Set<GoalComment>();
    }
}

/// <summary>Steps as one JSON text: they are read and written whole.</summary>
public sealed class StepsConverter() : ValueConverter<List<Step>, string>(steps => Write(steps), json => Read(json))
{
    public static readonly ValueComparer<List<Step>> Comparer = new(
        (a, b) => a!.SequenceEqual(b!),
        s => s.Aggregate(0, (hash, step) => HashCode.Combine(hash, step)),
        s => s.ToList()
    );

    private static string Write(List<Step> steps) => JsonSerializer.Serialize(steps);

    private static List<Step> Read(string json) => JsonSerializer.Deserialize<List<Step>>(json)!;
}

internal sealed class GoalMapping
    : IEntityTypeConfiguration<Goal>,
        IEntityTypeConfiguration<GoalSuggestion>,
        IEntityTypeConfiguration<GoalComment>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.Owned("goals");
        builder.Refers<Mentorship>(nameof(Goal.MentorshipId));
        builder.Refers<Person>(nameof(Goal.MenteeId));
        builder.Property(g => g.Steps).HasConversion(new StepsConverter(), StepsConverter.Comparer);
    }

    public void Configure(EntityTypeBuilder<GoalSuggestion> builder)
    {
        builder.Owned("goal_suggestions");
        builder.Refers<Mentorship>(nameof(GoalSuggestion.MentorshipId));
        builder.Refers<Person>(nameof(GoalSuggestion.By));
        builder.Refers<Goal>(nameof(GoalSuggestion.GoalId));
    }

    public void Configure(EntityTypeBuilder<GoalComment> builder)
    {
        builder.Owned("goal_comments");
        builder.Refers<Goal>(nameof(GoalComment.GoalId));
        builder.Refers<Person>(nameof(GoalComment.By));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Tests.AddedModule;

public readonly record struct ThanksId(Guid Value) : IId<ThanksId>
{
    public static ThanksId From(Guid value) => new(value);
}

/// <summary>One of the two thanks the other.</summary>
[SeenBy(Audience.Partner)]
public sealed class Thanks : IBelongToInstitution
{
    public ThanksId Id { get; init; } = Ids.New<ThanksId>();
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; init; }
    public PersonId By { get; init; }

    [SeenBy(Audience.Partner)]
    public required string Text { get; init; }
    public Instant At { get; init; }
}

internal sealed class ThanksMapping : IEntityTypeConfiguration<Thanks>
{
    public void Configure(EntityTypeBuilder<Thanks> builder)
    {
        builder.Owned("added_thanks");
        builder.Refers<Mentorship>(nameof(Thanks.MentorshipId));
        builder.Refers<Person>(nameof(Thanks.By));
    }
}

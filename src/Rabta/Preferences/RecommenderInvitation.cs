using System.Security.Cryptography;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Programmes;

namespace Rabta.Preferences;

public readonly record struct RecommenderInvitationId(Guid Value) : IId<RecommenderInvitationId>
{
    public static RecommenderInvitationId From(Guid value) => new(value);
}

public readonly record struct InvitationLinkId(Guid Value) : IId<InvitationLinkId>
{
    public static InvitationLinkId From(Guid value) => new(value);
}

public readonly record struct UnsortedRecommendationId(Guid Value) : IId<UnsortedRecommendationId>
{
    public static UnsortedRecommendationId From(Guid value) => new(value);
}

public readonly record struct RecommenderId(Guid Value) : IId<RecommenderId>
{
    public static RecommenderId From(Guid value) => new(value);
}

/// <summary>Someone who knows two people is asked by mail to name them: one mail, one sentence, no account.</summary>
[SeenBy(Audience.Staff)]
public sealed class RecommenderInvitation : IBelongToInstitution
{
    public static readonly Duration Lifetime = Duration.FromDays(30);

    public RecommenderInvitationId Id { get; init; } = Ids.New<RecommenderInvitationId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }

    /// <summary>The invited person. They need no account, and the invitation gives them none.</summary>
    public PersonId PersonId { get; init; }

    /// <summary>A line from the coordinator, for the invited.</summary>
    [SeenBy(Audience.Staff)]
    public string? Message { get; init; }
    public PersonId By { get; init; }
    public Instant At { get; init; }
    public Instant? AnsweredAt { get; set; }
    public Instant? RevokedAt { get; set; }

    public bool IsOpen(Instant now) => AnsweredAt is null && RevokedAt is null && now < At + Lifetime;
}

/// <summary>The link in one invitation mail. A mail that is sent twice has two links; only their hashes are stored.</summary>
[SeenBy(Audience.Nobody)]
public sealed class InvitationLink : IBelongToInstitution
{
    public InvitationLinkId Id { get; init; } = Ids.New<InvitationLinkId>();
    public InstitutionId InstitutionId { get; private set; }
    public RecommenderInvitationId InvitationId { get; init; }

    [SeenBy(Audience.Nobody)]
    public required string Hash { get; init; }
    public Instant At { get; init; }

    public static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');
}

/// <summary>A recommendation whose words point to nobody, or to several: staff sort it.</summary>
[SeenBy(Audience.Staff)]
public sealed class UnsortedRecommendation : IBelongToInstitution
{
    public UnsortedRecommendationId Id { get; init; } = Ids.New<UnsortedRecommendationId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }

    /// <summary>Who was meant, as typed.</summary>
    [SeenBy(Audience.Staff)]
    public required string Mentee { get; init; }

    [SeenBy(Audience.Staff)]
    public required string Mentor { get; init; }

    [SeenBy(Audience.Staff)]
    public required string Why { get; init; }

    [SeenBy(Audience.Staff)]
    public required string By { get; init; }
    public PersonId? ByPerson { get; init; }
    public bool MayBeNamed { get; init; }
    public bool WhyMayBeRead { get; init; }
    public Instant At { get; init; }

    /// <summary>Sorted, or put aside.</summary>
    public Instant? SettledAt { get; set; }
}

/// <summary>Someone whom a coordinator trusts to recommend in a cohort, beside its mentors and the staff.</summary>
[SeenBy(Audience.Staff)]
public sealed class Recommender : IBelongToInstitution
{
    public RecommenderId Id { get; init; } = Ids.New<RecommenderId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }
    public PersonId PersonId { get; init; }
    public Instant At { get; init; }
}

using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Programmes;

namespace Rabta.Preferences;

public readonly record struct WishId(Guid Value) : IId<WishId>
{
    public static WishId From(Guid value) => new(value);
}

/// <summary>A ranked preference. Only the person who has it and the round's staff see it.</summary>
[SeenBy(Audience.MatchingOnly, Audience.Staff)]
public sealed class Wish : IBelongToInstitution
{
    public WishId Id { get; init; } = Ids.New<WishId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }
    public PersonId From { get; init; }
    public ProgrammeRole FromRole { get; init; }

    [SeenBy(Audience.MatchingOnly, Audience.Staff)]
    public PersonId To { get; init; }

    /// <summary>1 is the first wish; equal ranks are wished for equally.</summary>
    public int Rank { get; set; }
}

public readonly record struct HelpsBestId(Guid Value) : IId<HelpsBestId>
{
    public static HelpsBestId From(Guid value) => new(value);
}

/// <summary>
/// The answers, to one question, of those whom a mentor thinks to help best. Mentees with such an answer come equally after everyone whom
/// the mentor named.
/// </summary>
[SeenBy(Audience.MatchingOnly, Audience.Staff)]
public sealed class HelpsBest : IBelongToInstitution
{
    public HelpsBestId Id { get; init; } = Ids.New<HelpsBestId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }
    public PersonId MentorId { get; init; }
    public QuestionId QuestionId { get; init; }

    /// <summary>As compared: see <see cref="TextKey.Of"/>.</summary>
    [SeenBy(Audience.MatchingOnly, Audience.Staff)]
    public List<string> Values { get; set; } = [];
}

public readonly record struct RecommendationId(Guid Value) : IId<RecommendationId>
{
    public static RecommendationId From(Guid value) => new(value);
}

/// <summary>A trusted person's sentence that two people would suit.</summary>
[SeenBy(Audience.Staff)]
public sealed class Recommendation : IBelongToInstitution
{
    public RecommendationId Id { get; init; } = Ids.New<RecommendationId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }
    public PersonId MenteeId { get; init; }
    public PersonId MentorId { get; init; }

    [SeenBy(Audience.Partner, Audience.Staff)]
    public string? By { get; set; }

    /// <summary>The two read it only where its author lets them.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public string? Why { get; set; }

    /// <summary>Its author lets the two see who it was.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public bool MayBeNamed { get; set; }
    public bool WhyMayBeRead { get; set; }

    /// <summary>The recommender, where the recommendation did not come with a list.</summary>
    public PersonId? ByPerson { get; init; }
    public RecommenderInvitationId? InvitationId { get; init; }
    public Instant? At { get; set; }

    /// <summary>When the recommendation was taken back; it does not count from then on.</summary>
    public Instant? TakenBackAt { get; set; }
}

public readonly record struct ConflictId(Guid Value) : IId<ConflictId>
{
    public static ConflictId From(Guid value) => new(value);
}

/// <summary>Two people who are never matched, either way round.</summary>
[SeenBy(Audience.Staff)]
public sealed class Conflict : IBelongToInstitution
{
    public ConflictId Id { get; init; } = Ids.New<ConflictId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }

    [SeenBy(Audience.Staff)]
    public PersonId One { get; init; }

    [SeenBy(Audience.Staff)]
    public PersonId Other { get; init; }
}

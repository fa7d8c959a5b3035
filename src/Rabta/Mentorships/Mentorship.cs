using NodaTime;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Mentorships;

public readonly record struct MentorshipId(Guid Value) : IId<MentorshipId>
{
    public static MentorshipId From(Guid value) => new(value);
}

/// <summary>How a mentorship came to its end. None names a culprit.</summary>
public enum HowEnded
{
    Ended,

    /// <summary>The mentee goes on with another mentor.</summary>
    Moved,

    /// <summary>Published by mistake and taken back before anyone was told.</summary>
    TakenBack,
}

/// <summary>
/// One mentor and one mentee, from publication to ending. A mentee has one standing mentorship in a cohort; the database sees to it.
/// </summary>
[SeenBy(Audience.Partner, Audience.Staff)]
public sealed partial class Mentorship : IBelongToInstitution
{
    /// <summary>
    /// A publication can be taken back for this long, and no mail leaves before. In that time no single pair is ended or moved.
    /// </summary>
    public static readonly Duration Quiet = Duration.FromMinutes(10);

    private Mentorship() { }

    public Mentorship(
        ProgrammeId programme,
        CohortId cohort,
        PersonId mentor,
        PersonId mentee,
        IReadOnlyList<Reason> why,
        Guid? round,
        Instant now,
        PersonId? arrangedBy = null
    )
    {
        Id = Ids.New<MentorshipId>();
        (ProgrammeId, CohortId, MentorId, MenteeId) = (programme, cohort, mentor, mentee);
        (Why, Round, BeganAt) = ([.. why], round, now);
        var recommended = why.FirstOrDefault(r => r is { Kind: ReasonKind.Recommended, By: not null });
        FacilitatorId =
            recommended is null ? arrangedBy
            : recommended.ById is { } by ? new PersonId(by)
            : null;
        Facilitator = recommended?.By;
    }

    public MentorshipId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public ProgrammeId ProgrammeId { get; private set; }
    public CohortId CohortId { get; private set; }
    public PersonId MentorId { get; private set; }
    public PersonId MenteeId { get; private set; }

    /// <summary>The round it was published in, if it came from one.</summary>
    [NoKey("Rounds belong to a module above this one; here it only tells what began together.")]
    public Guid? Round { get; private set; }
    public Instant BeganAt { get; private set; }
    public Instant? EndedAt { get; private set; }
    public HowEnded? Ending { get; private set; }

    /// <summary>Why these two. Each sees their own wish in it, never the other's.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public List<Reason> Why { get; private set; } = [];

    /// <summary>
    /// The trusted person who stands behind the match: who recommended the two and may be named, else the coordinator who arranged it.
    /// Nobody where a mentor said yes, or a command did it.
    /// </summary>
    public PersonId? FacilitatorId { get; private set; }

    /// <summary>The name as the recommendation had it; nothing where it is a coordinator.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public string? Facilitator { get; private set; }

    public bool IsStanding => EndedAt is null;

    public bool Has(PersonId person) => MentorId == person || MenteeId == person;

    public PersonId Other(PersonId one) => one == MentorId ? MenteeId : MentorId;

    public Refusal? End(HowEnded ending, Instant now)
    {
        if (!IsStanding)
            return new("mentorship.has-ended");
        (EndedAt, Ending) = (now, ending);
        return null;
    }
}

public enum ReasonKind
{
    /// <summary>The mentee wished for this mentor; <see cref="Reason.Rank"/> says how much.</summary>
    MenteesWish,
    MentorsWish,

    /// <summary>Both gave the same answer to <see cref="Reason.Heading"/>.</summary>
    Shared,

    /// <summary>
    /// Not given any more, and left out where an older version stored it: it told each of the two that they share a private answer.
    /// </summary>
    SharedInPrivate,

    /// <summary>They differ where difference was asked for.</summary>
    Different,

    /// <summary>Someone who knows both thought of them.</summary>
    Recommended,

    /// <summary>A coordinator put them together.</summary>
    Chosen,

    /// <summary>The mentee's answers are of those whom the mentor says to help best.</summary>
    HelpsBest,

    /// <summary>The mentee asked the mentor directly, who said yes.</summary>
    Asked,
}

/// <summary>One reason for a pair, as facts; the sentence is made for whoever reads it.</summary>
/// <param name="By">Who recommended them, where the two may know; <paramref name="ById"/> where it is a person here.</param>
/// <param name="Says">The recommender's own sentence, where the two may read it.</param>
public sealed record Reason(
    ReasonKind Kind,
    Several? Heading = null,
    IReadOnlyList<string>? Values = null,
    int? Rank = null,
    string? By = null,
    Guid? ById = null,
    string? Says = null
);

public readonly record struct AcceptanceId(Guid Value) : IId<AcceptanceId>
{
    public static AcceptanceId From(Guid value) => new(value);
}

/// <summary>Someone accepted a version of a programme's ground rules: a mentor once for all their mentees.</summary>
[SeenBy(Audience.Partner, Audience.Staff)]
public sealed class Acceptance : IBelongToInstitution
{
    public AcceptanceId Id { get; init; } = Ids.New<AcceptanceId>();
    public InstitutionId InstitutionId { get; private set; }
    public ProgrammeId ProgrammeId { get; init; }
    public PersonId PersonId { get; init; }
    public int Version { get; init; }
    public Instant At { get; init; }
}

public readonly record struct ChangeRequestId(Guid Value) : IId<ChangeRequestId>
{
    public static ChangeRequestId From(Guid value) => new(value);
}

/// <summary>What is asked of the coordinator.</summary>
public enum ChangeKind
{
    Change,

    /// <summary>Said before accepting: someone else should.</summary>
    CantTakeOn,

    /// <summary>A mentor said once, for all their pairs, that they must stop.</summary>
    MustStop,
}

/// <summary>One of the two asks for a change. The reason goes to staff and to nobody else.</summary>
[SeenBy(Audience.Staff)]
public sealed class ChangeRequest : IBelongToInstitution
{
    public ChangeRequestId Id { get; init; } = Ids.New<ChangeRequestId>();
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; init; }
    public PersonId By { get; init; }
    public ChangeKind Kind { get; init; }

    [SeenBy(Audience.Staff)]
    public string? Reason { get; init; }
    public Instant At { get; init; }
    public Instant? SettledAt { get; set; }
}

public readonly record struct PhoneShareId(Guid Value) : IId<PhoneShareId>
{
    public static PhoneShareId From(Guid value) => new(value);
}

/// <summary>Someone lets this one partner see their phone number. Without the row it is hidden.</summary>
[SeenBy(Audience.Partner)]
public sealed class PhoneShare : IBelongToInstitution
{
    public PhoneShareId Id { get; init; } = Ids.New<PhoneShareId>();
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; init; }
    public PersonId PersonId { get; init; }
    public Instant At { get; init; }
}

using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Meetings;

public readonly record struct MeetingAnswerId(Guid Value) : IId<MeetingAnswerId>
{
    public static MeetingAnswerId From(Guid value) => new(value);
}

/// <summary>
/// What one of the two says came of a meeting. It is never changed: where they differ, each is asked once more, and that answer is a second
/// row.
/// </summary>
[SeenBy(Audience.Partner)]
public sealed class MeetingAnswer : IBelongToInstitution, IAppendOnly
{
    public MeetingAnswerId Id { get; init; } = Ids.New<MeetingAnswerId>();
    public InstitutionId InstitutionId { get; private set; }
    public MeetingId MeetingId { get; init; }
    public PersonId By { get; init; }

    [SeenBy(Audience.Partner, Audience.Staff)]
    public Outcome Outcome { get; init; }

    /// <summary>How they met, where they did.</summary>
    public MeetingFormat? Format { get; init; }

    /// <summary>Given on looking again, after the two had differed.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public bool Again { get; init; }
    public Instant At { get; init; }
}

public readonly record struct TalkingPointId(Guid Value) : IId<TalkingPointId>
{
    public static TalkingPointId From(Guid value) => new(value);
}

/// <summary>Something to talk about, seen by both. It belongs to the pair, so a line that fails or a moved time loses none.</summary>
[SeenBy(Audience.Partner)]
public sealed class TalkingPoint : IBelongToInstitution
{
    public TalkingPointId Id { get; init; } = Ids.New<TalkingPointId>();
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; init; }
    public PersonId By { get; init; }

    /// <summary>In the person's own words; empty where a ready question was sent.</summary>
    [SeenBy(Audience.Partner)]
    public string? Text { get; init; }

    /// <summary>A ready question's name (<see cref="Preparing.ReadyQuestions"/>): each reads it in their own language.</summary>
    [SeenBy(Audience.Partner)]
    public string? Ready { get; init; }
    public Instant At { get; init; }

    /// <summary>The meeting at which it was talked about.</summary>
    public MeetingId? TalkedAt { get; set; }
    public Instant? RemovedAt { get; set; }
}

public readonly record struct OwnNoteId(Guid Value) : IId<OwnNoteId>
{
    public static OwnNoteId From(Guid value) => new(value);
}

/// <summary>What one of the two wrote for themself after a meeting.</summary>
[SeenBy(Audience.Self)]
public sealed class OwnNote : IBelongToInstitution
{
    public OwnNoteId Id { get; init; } = Ids.New<OwnNoteId>();
    public InstitutionId InstitutionId { get; private set; }
    public MeetingId MeetingId { get; init; }
    public PersonId By { get; init; }

    [SeenBy(Audience.Self)]
    public string Text { get; set; } = "";
}

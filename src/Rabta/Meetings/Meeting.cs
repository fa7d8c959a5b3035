using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Meetings;

public readonly record struct MeetingId(Guid Value) : IId<MeetingId>
{
    public static MeetingId From(Guid value) => new(value);
}

/// <summary>How two people meet.</summary>
public enum MeetingFormat
{
    InPerson,
    Online,
    Phone,
}

public enum MeetingState
{
    /// <summary>One of the two offers times; the other answers.</summary>
    Proposed,
    Planned,

    /// <summary>Someone said what came of it.</summary>
    Over,
    Declined,
    Withdrawn,
    Cancelled,
}

/// <summary>What came of a meeting. None names a culprit.</summary>
public enum Outcome
{
    Held,
    Moved,
    Missed,

    /// <summary>Nobody's fault, and never counted as missed.</summary>
    ConnectionFailed,
}

/// <summary>
/// One meeting of a pair, from the first offer of times to what came of it. A pair has one open at a time; the database sees to it.
/// </summary>
[SeenBy(Audience.Partner)]
public sealed partial class Meeting : IBelongToInstitution
{
    /// <summary>What a meeting is taken to last.</summary>
    public static readonly Duration Length = Duration.FromMinutes(40);

    /// <summary>How far ahead times may be offered.</summary>
    public static readonly Duration Ahead = Duration.FromDays(180);

    private Meeting() { }

    public Meeting(MeetingId id, MentorshipId mentorship, Suggestion suggestion, PersonId by, Instant now)
    {
        (Id, MentorshipId, MadeAt) = (id, mentorship, now);
        Offer(suggestion, by, now);
    }

    public MeetingId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public MentorshipId MentorshipId { get; private set; }

    [SeenBy(Audience.Partner, Audience.Staff)]
    public MeetingState State { get; private set; }
    public MeetingFormat Format { get; private set; }

    [SeenBy(Audience.Partner)]
    public string? Place { get; private set; }

    /// <summary>Where it is online: an https address as <see cref="Links.MeetingLink"/> let it pass.</summary>
    [SeenBy(Audience.Partner)]
    public string? Link { get; private set; }

    /// <summary>The one line that went with the last offer or answer.</summary>
    [SeenBy(Audience.Partner)]
    public string? Message { get; private set; }

    /// <summary>The times on offer, earliest first, at most three.</summary>
    [SeenBy(Audience.Partner)]
    public List<Instant> Times { get; private set; } = [];

    /// <summary>The time that was taken. While it is being moved, the one that no longer holds.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public Instant? At { get; private set; }

    /// <summary>Who offered, answered or called off last, and when.</summary>
    public PersonId By { get; private set; }
    public Instant ChangedAt { get; private set; }

    /// <summary>Counts the changes. An act names the number that it saw, and a calendar uses it to tell which file is newer.</summary>
    public int Revision { get; private set; }
    public Instant MadeAt { get; private set; }

    /// <summary>When it was closed, in whatever way; open until then.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>When a newer meeting of the pair replaced this one on their pages.</summary>
    public Instant? FollowedAt { get; set; }

    public bool IsOpen => ClosedAt is null;

    public bool HasBegun(Instant now) => State == MeetingState.Planned && At <= now;

    /// <summary>The meeting has begun and not ended: a person who is late needs to know where it is, and may say so.</summary>
    public bool IsUnderWay(Instant now) => HasBegun(now) && now < EndsAt;

    /// <summary>When it is taken to be over.</summary>
    public Instant EndsAt => (At ?? Times[0]) + Length;

    private void Changed(MeetingState state, PersonId by, string? line, Instant now)
    {
        (State, By, ChangedAt) = (state, by, now);
        Message = Values.Trimmed(line);
        Revision++;
        if (state is not (MeetingState.Proposed or MeetingState.Planned))
            ClosedAt = now;
    }
}

/// <summary>Times someone offers, and how to meet.</summary>
/// <param name="Times">One to three, earliest first.</param>
public sealed record Suggestion(MeetingFormat Format, string? Place, string? Link, string? Message, IReadOnlyList<Instant> Times);

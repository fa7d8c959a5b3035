using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Institutions;

namespace Rabta.Meetings;

/// <summary>
/// What the meetings of a pair come to, one row a pair, so that a list of thousands is read from one table. A pair of which nothing is
/// known yet has no row.
/// </summary>
[SeenBy(Audience.Partner, Audience.Staff)]
public sealed class PairMeetings : IBelongToInstitution, IOfPair
{
    private PairMeetings() { }

    public PairMeetings(MentorshipId pair) => MentorshipId = pair;

    public MentorshipId MentorshipId { get; private set; }
    public InstitutionId InstitutionId { get; private set; }

    /// <summary>Until when they were asked to meet: from the programme's days, as it stood when both had accepted.</summary>
    public Instant? MeetBy { get; private set; }

    public Instant? FirstMetAt { get; private set; }
    public Instant? LastMetAt { get; private set; }

    /// <summary>When they mean to meet next. A pair that has a day needs no coordinator.</summary>
    public Instant? NextMeetingAt { get; private set; }

    /// <summary>How often the connection failed since they last met, and when it last did.</summary>
    public int ConnectionsFailed { get; private set; }
    public Instant? ConnectionFailedAt { get; private set; }

    public Instant? WaivedAt { get; private set; }
    public PersonId? WaivedBy { get; private set; }

    /// <summary>Why these two need not meet in person first.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public string? WaiverReason { get; private set; }

    /// <summary>Their first meeting has to be in person still: the programme asks for it and nobody has waived it.</summary>
    public bool InPersonFirst(bool programmeAsks) => programmeAsks && WaivedAt is null && FirstMetAt is null;

    public void MayMeet(Instant by) => MeetBy = by;

    /// <summary>What their meetings say now: recorded again whenever an answer about one of them is given.</summary>
    public void Record(Instant? first, Instant? last, int connectionsFailed, Instant? connectionFailedAt) =>
        (FirstMetAt, LastMetAt, ConnectionsFailed, ConnectionFailedAt) = (first, last, connectionsFailed, connectionFailedAt);

    public void SetNext(Instant? meeting) => NextMeetingAt = meeting;

    public void Waive(PersonId by, string reason, Instant now) => (WaivedAt, WaivedBy, WaiverReason) = (now, by, reason);
}

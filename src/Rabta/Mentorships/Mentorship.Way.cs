using NodaTime;
using Rabta.Platform.Access;
using Rabta.Programmes;

namespace Rabta.Mentorships;

/// <summary>How far the two have come. These facts stand on the pair itself, so that a list of thousands is read from one table.</summary>
public sealed partial class Mentorship
{
    /// <summary>The version of the ground rules each accepted last; 0 is none.</summary>
    public int MenteeAccepted { get; private set; }
    public int MentorAccepted { get; private set; }

    /// <summary>
    /// When both had accepted for the first time. Both are asked to accept later versions too, but nothing that has begun stops for that.
    /// </summary>
    public Instant? BothAcceptedAt { get; private set; }

    /// <summary>Until when they were asked to meet: from the programme's days, as it stood when both had accepted.</summary>
    public Instant? MeetBy { get; private set; }

    public Instant? FirstMetAt { get; private set; }
    public Instant? LastMetAt { get; private set; }
    public Instant? FirstGoalAt { get; private set; }

    /// <summary>When they mean to meet next. A pair that has a day needs no coordinator.</summary>
    public Instant? NextMeetingAt { get; private set; }

    /// <summary>How often the line failed since they last met, and when it last did.</summary>
    public int LinesFailed { get; private set; }
    public Instant? LineFailedAt { get; private set; }

    /// <summary>Their first meeting has to be in person still: the programme asks for it and nobody has waived it.</summary>
    public bool MeetsInPersonFirst(bool programmeAsks) => programmeAsks && WaivedAt is null && FirstMetAt is null;

    public int AcceptedBy(PersonId person) => person == MentorId ? MentorAccepted : MenteeAccepted;

    public void Accept(PersonId person, int version, Programme programme, Instant now)
    {
        if (person == MentorId)
            MentorAccepted = version;
        else
            MenteeAccepted = version;
        if (MentorAccepted == 0 || MenteeAccepted == 0 || BothAcceptedAt is not null)
            return;
        BothAcceptedAt = now;
        MeetBy = now + Duration.FromDays(programme.FirstMeetingDays);
    }

    /// <summary>What their meetings say now: told again whenever an answer about one of them is given.</summary>
    public void Met(Instant? first, Instant? last, int linesFailed, Instant? lineFailedAt) =>
        (FirstMetAt, LastMetAt, LinesFailed, LineFailedAt) = (first, last, linesFailed, lineFailedAt);

    public void Expect(Instant? meeting) => NextMeetingAt = meeting;

    public void HasGoal(Instant now) => FirstGoalAt ??= now;
}

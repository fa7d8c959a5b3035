using NodaTime;
using Rabta.Platform.Access;

namespace Rabta.Mentorships;

/// <summary>The ground rules that the two accepted.</summary>
public sealed partial class Mentorship
{
    /// <summary>The version of the ground rules each accepted last; 0 is none.</summary>
    public int MenteeAccepted { get; private set; }
    public int MentorAccepted { get; private set; }

    /// <summary>
    /// When both had accepted for the first time. Both are asked to accept later versions too, but nothing that has begun stops for that.
    /// </summary>
    public Instant? BothAcceptedAt { get; private set; }

    public int AcceptedBy(PersonId person) => person == MentorId ? MentorAccepted : MenteeAccepted;

    /// <returns>True where by this both have accepted for the first time.</returns>
    public bool Accept(PersonId person, int version, Instant now)
    {
        if (person == MentorId)
            MentorAccepted = version;
        else
            MenteeAccepted = version;
        if (MentorAccepted == 0 || MenteeAccepted == 0 || BothAcceptedAt is not null)
            return false;
        BothAcceptedAt = now;
        return true;
    }
}

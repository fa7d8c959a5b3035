using NodaTime;
using Rabta.Platform.Access;

namespace Rabta.Mentorships;

/// <summary>What a coordinator did for a pair that needed a person.</summary>
public sealed partial class Mentorship
{
    /// <summary>When one of the two was last reminded by a coordinator.</summary>
    public Instant? RemindedAt { get; private set; }

    /// <summary>The day a coordinator means to talk to them.</summary>
    public LocalDate? TalkOn { get; private set; }

    /// <summary>The queue does not show the pair before this moment: it was reminded, or a coordinator will talk to them.</summary>
    public Instant? RestsUntil { get; private set; }

    public Instant? WaivedAt { get; private set; }
    public PersonId? WaivedBy { get; private set; }

    /// <summary>Why these two need not meet in person first.</summary>
    [SeenBy(Audience.Partner, Audience.Staff)]
    public string? WaiverReason { get; private set; }

    public void Reminded(Instant now, Instant restsUntil) => (RemindedAt, RestsUntil) = (now, restsUntil);

    public void Talk(LocalDate on, Instant restsUntil) => (TalkOn, RestsUntil) = (on, restsUntil);

    public void Rest(Instant until) => RestsUntil = until;

    /// <summary>Something new happened that a person should see at once.</summary>
    public void Wake() => RestsUntil = null;

    public void Waive(PersonId by, string reason, Instant now) => (WaivedAt, WaivedBy, WaiverReason) = (now, by, reason);
}

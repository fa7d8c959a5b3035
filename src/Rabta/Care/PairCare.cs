using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Institutions;

namespace Rabta.Care;

/// <summary>What a coordinator last did for a pair, one row a pair. A pair that needed nobody has no row.</summary>
[SeenBy(Audience.Staff)]
public sealed class PairCare : IBelongToInstitution, IOfPair
{
    private PairCare() { }

    public PairCare(MentorshipId pair) => MentorshipId = pair;

    public MentorshipId MentorshipId { get; private set; }
    public InstitutionId InstitutionId { get; private set; }

    /// <summary>When one of the two was last reminded by a coordinator.</summary>
    public Instant? RemindedAt { get; private set; }

    /// <summary>The day a coordinator means to talk to them.</summary>
    public LocalDate? TalkOn { get; private set; }

    /// <summary>The queue does not show the pair before this moment: it was reminded, or a coordinator will talk to them.</summary>
    public Instant? SnoozedUntil { get; private set; }

    public void Reminded(Instant now, Instant snoozedUntil) => (RemindedAt, SnoozedUntil) = (now, snoozedUntil);

    public void Talk(LocalDate on, Instant snoozedUntil) => (TalkOn, SnoozedUntil) = (on, snoozedUntil);

    public void Snooze(Instant until) => SnoozedUntil = until;

    /// <summary>Something new happened that a person should see at once.</summary>
    public void Unsnooze() => SnoozedUntil = null;
}

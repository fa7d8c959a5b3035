using Rabta.Platform.Journal;

namespace Rabta.Mentorships;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind ChangeAsked = new("change.asked");
    public static readonly JournalKind MentorStops = new("mentor.stops");
    public static readonly JournalKind MentorshipBegan = new("mentorship.began");
    public static readonly JournalKind MentorshipCantTakeOn = new("mentorship.cant-take-on");
    public static readonly JournalKind MentorshipEnded = new("mentorship.ended");
    public static readonly JournalKind MentorshipMoved = new("mentorship.moved");
    public static readonly JournalKind MentorshipTakenBack = new("mentorship.taken-back");
    public static readonly JournalKind PhoneHidden = new("phone.hidden");
    public static readonly JournalKind PhoneShared = new("phone.shared");
    public static readonly JournalKind PlacesSet = new("places.set");
    public static readonly JournalKind RulesAccepted = new("rules.accepted");
}

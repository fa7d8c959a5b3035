using Rabta.Platform.Journal;

namespace Rabta.Care;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind MentorshipInPersonWaived = new("mentorship.in-person-waived");
    public static readonly JournalKind MentorshipReminded = new("mentorship.reminded");
    public static readonly JournalKind MentorshipTalkPlanned = new("mentorship.talk-planned");
}

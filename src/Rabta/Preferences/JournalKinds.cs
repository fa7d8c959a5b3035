using Rabta.Platform.Journal;

namespace Rabta.Preferences;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind PrivatePreferencesSaved = new("comfort.said");
    public static readonly JournalKind HelpsBestSaid = new("helps-best.said");
    public static readonly JournalKind MentorAsked = new("mentor.asked");
    public static readonly JournalKind RecommendationGiven = new("recommendation.given");
    public static readonly JournalKind RecommendationPutAside = new("recommendation.put-aside");
    public static readonly JournalKind RecommendationSorted = new("recommendation.sorted");
    public static readonly JournalKind RecommendationTakenBack = new("recommendation.taken-back");
    public static readonly JournalKind RecommenderInvited = new("recommender.invited");
    public static readonly JournalKind RecommenderNamed = new("recommender.named");
    public static readonly JournalKind RecommenderRemoved = new("recommender.removed");
    public static readonly JournalKind RecommenderRevoked = new("recommender.revoked");
    public static readonly JournalKind RequestClosed = new("request.closed");
    public static readonly JournalKind RequestDeclined = new("request.declined");
    public static readonly JournalKind RequestReminded = new("request.reminded");
    public static readonly JournalKind RequestWithdrawn = new("request.withdrawn");
    public static readonly JournalKind WishesChanged = new("wishes.changed");
}

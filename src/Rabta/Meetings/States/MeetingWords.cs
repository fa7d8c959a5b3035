using Rabta.Meetings.Links;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.States;

/// <summary>What several sentences say of a meeting.</summary>
public sealed class MeetingWords(Dates dates, Zone zone)
{
    /// <summary>Where or with what they meet.</summary>
    public static Words How(Meeting meeting) =>
        meeting.Format switch
        {
            MeetingFormat.InPerson => new("how.InPerson", meeting.Place!),
            MeetingFormat.Online when MeetingLink.Of(meeting.Link!) is { Service: { } service } link => new(
                "how.Online.known",
                service,
                link.Host
            ),
            MeetingFormat.Online => new("how.Online", MeetingLink.Of(meeting.Link!).Host),
            _ => new("how.Phone"),
        };

    /// <summary>When the newest meeting is, or the first time on offer.</summary>
    public string At(PairNow now) => dates.When(now.Newest!.At ?? now.Newest.Times[0], now.Now, zone.OfReader);

    public static string Page(PairNow now) => MeetingPages.Of(now.Newest!.Id);

    /// <summary>The page on which times are suggested.</summary>
    public static StepLink Suggest(PairNow now) =>
        new(new("next.suggest", now.Pair.Partner.Name), $"/mentorships/{now.Pair.Mentorship.Id.Value}/meet");
}

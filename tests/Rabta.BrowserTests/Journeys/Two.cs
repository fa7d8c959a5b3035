using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Tests.Worlds;

namespace Rabta.BrowserTests.Journeys;

/// <summary>Omar and Sara, each on a phone of their own.</summary>
internal sealed record Two(Journey Journey, Cast Cast, Partner Omar, Partner Sara)
{
    public string OmarName => Cast.Omar.NameIn(Journey.Language);
    public string SaraName => Cast.Sara.NameIn(Journey.Language);
    public string Path => $"/mentorships/{Cast.SaraOmar.Id.Value}";

    public Task<PairMeetings> Meetings() =>
        Journey.World.Ask(db => db.PairMeetings.AsNoTracking().SingleAsync(m => m.MentorshipId == Cast.SaraOmar.Id));

    public Task<Mentorship> Mentorship() =>
        Journey.World.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.Id == Cast.SaraOmar.Id));

    public async Task<Meeting> Newest() => (await Journey.World.Newest(Cast.SaraOmar))!;

    /// <summary>A moment of that autumn, as their clocks say it.</summary>
    public static Instant At(int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Karachi"]).ToInstant();
}

/// <summary>What they write. All but the first is none of the coordinator's business.</summary>
internal static class Said
{
    public const string Waived = "She is in Skardu until June",
        Link = "https://us02web.zoom.us/j/123",
        Evil = "https://zoom.us@evil.example",
        Message = "After the ward round",
        Point = "I am afraid of the viva",
        Note = "Begin with the skull",
        Own = "I wept and it was fine",
        Goal = "Pass Anatomy the first time",
        Suggested = "Read one page a day",
        InOwnWords = "Two pages before Fajr",
        Comment = "Well begun is half done";

    public static readonly string[] BetweenThem = [Link, Message, Point, Note, Own, Goal, Suggested, InOwnWords, Comment];
}

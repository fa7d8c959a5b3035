using Rabta.Meetings;
using Rabta.Tests.Worlds;
using Talk = Rabta.Meetings.Texts;

namespace Rabta.BrowserTests.Journeys;

/// <summary>Two people look for a time, are late, and lose the line.</summary>
internal static class PlanningTogether
{
    /// <summary>Two times online. A link that hides where it leads is refused, a time in Friday prayer only warned of.</summary>
    public static async Task Offer(Two two)
    {
        var (journey, _, omar, _) = two;
        var page = omar.Page;
        await omar.Begin();
        await page.At($"{two.Path}/meet$");
        await page.Shows(journey.Text<Talk>("plan.waived", Said.Waived));
        await page.Pick("mode", "Online");
        await page.Type("link", Said.Evil);
        await omar.Offer(1, "2026-10-02", "13:00");
        await omar.Offer(2, "2026-10-05", "18:00");
        await page.Type("line", Said.Message);
        await page.Type("points", Said.Point);
        await page.Press("times");
        await page.Shows(journey.Text<Talk>("link.user"));
        foreach (
            var (field, typed) in new[]
            {
                ("link", Said.Evil),
                ("day-1", "2026-10-02"),
                ("time-1", "13:00"),
                ("day-2", "2026-10-05"),
                ("time-2", "18:00"),
                ("line", Said.Message),
                ("points", Said.Point),
            }
        )
            await page.Holds(field, typed);
        Assert.True(await page.Locator("input[name=mode][value=Online]").IsCheckedAsync());
        Assert.Null(await journey.World.Newest(two.Cast.SaraOmar));
        await SendAllTheSame(two);
    }

    private static async Task SendAllTheSame(Two two)
    {
        var (journey, _, omar, _) = two;
        var page = omar.Page;
        await page.Type("link", Said.Link);
        await page.Press("times");
        await page.Shows(journey.Text<Talk>("plan.warned"));
        await page.Shows(journey.Text<Talk>("warn.prayer"));
        await page.Shows(journey.Text<Talk>("plan.send.anyway", two.SaraName));
        await page.Press("times");
        await page.Says(journey.Text<Talk>("offer.mine", two.SaraName));
        await page.Shows(Said.Message);
        await page.Shows(Said.Point);
        var offered = await two.Newest();
        Assert.Equal((MeetingState.Proposed, MeetingFormat.Online, Said.Link), (offered.State, offered.Format, offered.Link));
        Assert.Equal([Two.At(10, 2, 13), Two.At(10, 5, 18)], offered.Times);
    }

    /// <summary>Sara offers another time, Omar takes it in one tap and puts it into his calendar.</summary>
    public static async Task<string> Agree(Two two)
    {
        var (journey, _, omar, sara) = two;
        await sara.Page.Turn("/");
        await sara.Page.Says(journey.Text<Talk>("next.asked", two.OmarName, 2));
        await sara.Page.Shows(journey.Text<Talk>("how.Online.known", "Zoom", "us02web.zoom.us"));
        await sara.Page.Follow($"{two.Path}/meet");
        await sara.Page.Says(journey.Text<Talk>("plan.OfferOthers", two.OmarName));
        await sara.Page.Holds("link", Said.Link);
        await sara.Offer(1, "2026-10-03", "17:00");
        await sara.Page.Press("times");
        await sara.Page.Says(journey.Text<Talk>("offer.mine", two.OmarName));

        await omar.Page.Turn("/");
        await omar.Page.Says(journey.Text<Talk>("next.asked.one", two.SaraName, journey.When(Two.At(10, 3, 17))));
        var meeting = await omar.Take();
        await omar.Page.Says(journey.Text<Talk>("next.planned.Online", journey.When(Two.At(10, 3, 17)), two.SaraName));
        await omar.Page.Shows(journey.Text<Talk>("join.known", "us02web.zoom.us", "Zoom"));
        Assert.Equal(Said.Link, await omar.Page.Locator("main a[rel~=noopener]").GetAttributeAsync("href"));
        var planned = await two.Newest();
        Assert.Equal((MeetingState.Planned, Two.At(10, 3, 17)), (planned.State, planned.At!.Value));
        await TakeHome(omar, $"{meeting}/calendar.ics");
        return meeting;
    }

    private static async Task TakeHome(Partner omar, string file)
    {
        var saved = await omar.Page.RunAndWaitForDownloadAsync(() => omar.Page.Follow(file));
        var text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Contains("20261003T170000", text, StringComparison.Ordinal);
        var answer = await omar.Page.Context.APIRequest.GetAsync(saved.Url);
        Assert.Equal("text/calendar; charset=utf-8", answer.Headers["content-type"]);
    }

    /// <summary>Sara is late, then the line fails: nobody's fault.</summary>
    public static async Task Fail(Two two, string meeting)
    {
        var (journey, _, omar, sara) = two;
        journey.World.Clock.Now = Two.At(10, 3, 16, 40);
        await sara.Begin();
        await sara.Page.At($"{meeting}$");
        await sara.Page.Tap("act", "late");
        var since = journey.Day((dates, _) => dates.Time(new(16, 40)));
        await sara.Page.Shows(journey.Text<Talk>("late.mine", two.OmarName, since));
        await omar.Page.Turn("/");
        await omar.Page.Shows(journey.Text<Talk>("next.late", two.SaraName, since));

        journey.World.Clock.Now = Two.At(10, 3, 17, 15);
        await omar.Page.Turn("/");
        await omar.Page.Says(journey.Text<Talk>("under-way", two.SaraName, journey.When(Two.At(10, 3, 17))));
        await omar.Tell(meeting, "ConnectionFailed");
        await omar.Page.Says(journey.Text<Talk>("closed.ConnectionFailed", two.SaraName, journey.When(Two.At(10, 3, 17))));
        await omar.Page.Shows(journey.Text<Talk>("next.ConnectionFailed.why"));
        await omar.Page.Shows(journey.Text<Talk>("reach.hidden", two.SaraName));
        var over = await two.Newest();
        Assert.Equal((MeetingState.Over, Outcome.ConnectionFailed, false), (over.State, over.Outcome!.Value, over.WasHeld));
    }

    /// <summary>Sara shows her number; the new time is there already, and what they wanted to talk about is kept.</summary>
    public static async Task<string> GoOnByPhone(Two two, string failed)
    {
        var (journey, cast, omar, sara) = two;
        await sara.OpenPair(two.Path);
        await sara.Page.Press("phone");
        await sara.Page.Shows(journey.Text<Rabta.Mentorships.Texts>("phone.shown", two.OmarName, cast.Sara.Phone!));
        var page = omar.Page;
        await page.Turn("/");
        await page.Says(journey.Text<Talk>("next.ConnectionFailed", two.SaraName));
        Assert.Equal("tel:+923001234567", await page.Locator("section.next a.btn").GetAttributeAsync("href"));
        await omar.OpenPair(two.Path);
        await page.Follow(failed);
        await page.Locator("main a[href='tel:+923001234567']").WaitForAsync();
        await page.Locator("main a[href='https://wa.me/923001234567']").WaitForAsync();

        await page.Follow($"{two.Path}/meet");
        await page.Holds("day-1", "2026-10-04");
        await page.Holds("time-1", "17:00");
        Assert.True(await page.Locator("input[name=mode][value=Phone]").IsCheckedAsync());
        await page.Press("times");
        var held = await page.At("/meetings/[0-9a-f-]{36}$");
        Assert.NotEqual(failed, held);
        await page.Shows(Said.Point);
        await sara.Page.Turn("/");
        await sara.Page.Says(journey.Text<Talk>("next.asked.one", two.OmarName, journey.When(Two.At(10, 4, 17))));
        Assert.Equal(held, await sara.Take());
        await sara.Page.Says(journey.Text<Talk>("next.planned.Phone", journey.When(Two.At(10, 4, 17)), two.OmarName));
        return held;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Rabta.Care;
using Rabta.Meetings;
using Rabta.Mentorships;
using Words = Rabta.Care.Texts;

namespace Rabta.BrowserTests.Journeys;

/// <summary>Huda has one pair reminded and will talk to another; then nothing needs her, until the day of the talk has come.</summary>
internal static class ClearingTheQueue
{
    public static async Task Run(Two two, Coordinator coordinator, IPage desk)
    {
        var (journey, cast, world) = (two.Journey, two.Cast, two.Journey.World);
        await Remind(two, coordinator, desk);
        await PlanTalk(two, coordinator, desk);

        world.Clock.Now = Two.At(10, 8, 9);
        await desk.Turn("/");
        await desk.Says($"{journey.Plural<Rabta.Home.Texts>("queue.things", 1)} {journey.Plural<Rabta.Home.Texts>("queue.others", 2)}");
        await desk.Shows(journey.Plural<Rabta.Mentorships.Texts>("wait.NotAccepted", 31, cast.Amal.NameIn(journey.Language), two.SaraName));
        await desk.Shows(journey.Text<Words>("wait.talk.was", journey.Day((dates, _) => dates.Day(new(2026, 10, 7)))));
        await desk.Lacks(Reminder(cast.BilalNida, "not-met"));
        await desk.Locator(Reminder(cast.SaraAmal, "not-accepted")).WaitForAsync();

        var read = "";
        foreach (var path in Pages(two))
            read += await desk.Read(journey, path);
        Assert.Contains(Said.Waived, read, StringComparison.Ordinal);
        Assert.All(Said.BetweenThem, words => Assert.DoesNotContain(words, read, StringComparison.Ordinal));
    }

    /// <summary>Nida and Bilal, who have not met for weeks. A page that still offers it finds that it has been done.</summary>
    private static async Task Remind(Two two, Coordinator coordinator, IPage desk)
    {
        var (journey, cast, world) = (two.Journey, two.Cast, two.Journey.World);
        var stale = await journey.ComeIn(cast.Huda);
        foreach (var page in new[] { desk, stale })
        {
            await page.Turn("/");
            await page.Says($"{journey.Plural<Rabta.Home.Texts>("queue.things", 2)} {journey.Plural<Rabta.Home.Texts>("queue.others", 1)}");
        }
        await coordinator.Remind(cast.BilalNida, "not-met");
        await desk.Says($"{journey.Plural<Rabta.Home.Texts>("queue.things", 1)} {journey.Plural<Rabta.Home.Texts>("queue.others", 2)}");
        await desk.Lacks(Reminder(cast.BilalNida, "not-met"));
        await new Coordinator(journey, stale).Remind(cast.BilalNida, "not-met");
        await stale.Shows(journey.Text<Words>("remind.settled"));
        var reminded = await world.Ask(db => db.Reminders.AsNoTracking().ToListAsync());
        Assert.Equal(new[] { cast.Bilal.Id, cast.Nida.Id }.ToHashSet(), reminded.Select(r => r.PersonId).ToHashSet());
        Assert.Equal(2, reminded.Count);
    }

    private static async Task PlanTalk(Two two, Coordinator coordinator, IPage desk)
    {
        var (journey, cast, world) = (two.Journey, two.Cast, two.Journey.World);
        await coordinator.PlanTalk(cast.SaraAmal, "2026-10-07");
        await desk.Says($"{journey.Text<Rabta.Home.Texts>("queue.nothing")} {journey.Plural<Rabta.Home.Texts>("staff.pairs", 3)}");
        Assert.Equal(
            new LocalDate(2026, 10, 7),
            await world.Ask(db => db.PairCare.Where(c => c.MentorshipId == cast.SaraAmal.Id).Select(c => c.TalkOn).SingleAsync())
        );
        await desk.Locator("details.fold > summary").ClickAsync();
        await desk.Shows(journey.Text<Words>("wait.reminded.today"));
        await desk.Shows(journey.Text<Words>("wait.talk", journey.Day((dates, _) => dates.Day(new(2026, 10, 7)))));
        await desk.Lacks("button[form=remind]");
    }

    private static string Reminder(Mentorship pair, string kind) => $"button[name=pair][value='{pair.Id.Value}.{kind}']";

    private static string[] Pages(Two two) =>
        [
            "/",
            "/news",
            "/me",
            "/more",
            "/mentorships",
            two.Path,
            $"{two.Path}/arrange",
            "/waiting/not-met",
            "/waiting/not-accepted",
            "/waiting/resting",
            "/waiting/no-goal",
            "/meet",
            "/goals",
            $"/people/{two.Cast.Omar.Id.Value}",
            $"/people/{two.Cast.Sara.Id.Value}",
        ];
}

using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Terms;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

/// <summary>
/// The page that offers times: it warns, forbids nothing, and forgets nothing. The world's clock says Monday, 7 September 2026, 14:00 in
/// Karachi.
/// </summary>
public sealed class PlanPageTests
{
    [Theory, OnBoth]
    public async Task The_next_five_days_to_avoid_are_shown_in_their_order(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        TermDate Day(string name, int inDays) =>
            new()
            {
                Kind = TermDateKind.Holiday,
                Name = Both.Of(name),
                From = new LocalDate(2026, 9, 7).PlusDays(inDays),
                Until = new LocalDate(2026, 9, 7).PlusDays(inDays),
            };
        await world.Put(Day("last week", -1), Day("sixth", 50), Day("fourth", 20), Day("first", 0), Day("third", 9), Day("fifth", 30));
        await world.Put(Day("second", 3), Day("next year", 57));

        var coming = await world.Use<LookAhead, List<TermDate>>(look => look.Coming(world.Clock.Now, default));

        Assert.Equal(["first", "second", "third", "fourth", "fifth"], coming.Select(d => $"{d.Name}"));
    }

    [Theory, OnBoth]
    public async Task Friday_prayer_exams_and_holidays_are_warned_of_and_sent_all_the_same(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.Put(
            new TermDate
            {
                Kind = TermDateKind.Exams,
                Name = Both.Of("Autumn exams"),
                From = new(2026, 9, 14),
                Until = new(2026, 9, 15),
            },
            new TermDate
            {
                Kind = TermDateKind.Holiday,
                Name = Both.Of("Founders' day"),
                From = new(2026, 9, 16),
                Until = new(2026, 9, 16),
            }
        );
        using var omar = await world.SignIn(cast.Omar);

        var warned = await Send(
            omar,
            await omar.Open(Page(cast.SaraOmar)),
            ("2026-09-11", "14:00"),
            ("2026-09-15", "10:00"),
            ("2026-09-16", "10:00")
        );
        Assert.Equal(
            ["This is Friday prayer time.", "This falls into the exams: Autumn exams.", "This is a holiday: Founders' day."],
            warned.Wrong
        );
        Assert.Null(await world.Newest(cast.SaraOmar));
        var other = await Send(omar, warned, ("2026-09-18", "12:00"), ("2026-09-15", "10:00"), ("", ""));
        Assert.Equal(["This is Friday prayer time.", "This falls into the exams: Autumn exams."], other.Wrong);
        Assert.Null(await world.Newest(cast.SaraOmar));

        var sent = await omar.Send(other, "times");

        Assert.Empty(sent.Wrong);
        Assert.Equal([Instant.FromUtc(2026, 9, 15, 5, 0), Instant.FromUtc(2026, 9, 18, 7, 0)], (await world.Newest(cast.SaraOmar))!.Times);
    }

    [Theory, OnBoth]
    public async Task Prayer_is_counted_in_the_readers_own_zone(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.Move(cast.Omar, "Europe/London");
        using var omar = await world.SignIn(cast.Omar);

        var page = await omar.Open(Page(cast.SaraOmar));
        Assert.Contains("Times are in your time zone, Europe/London.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["This is Friday prayer time."], (await Send(omar, page, ("2026-09-11", "13:00"))).Wrong);
        Assert.Empty((await Send(omar, page, ("2026-09-11", "09:00"))).Wrong);

        Assert.Equal([Instant.FromUtc(2026, 9, 11, 8, 0)], (await world.Newest(cast.SaraOmar))!.Times);
        using var sara = await world.SignIn(cast.Sara);
        Assert.Contains("1:00", (await sara.Open("/")).Title, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task My_other_meeting_is_named_and_with_whom_the_partner_meets_is_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.BothAccept(cast.SaraAmal);
        await world.Plan(cast.SaraAmal);
        using var sara = await world.SignIn(cast.Sara);
        using var omar = await world.SignIn(cast.Omar);

        var mine = await Send(sara, await sara.Open(Page(cast.SaraOmar)), ("2026-09-09", "14:30"));
        var theirs = await Send(omar, await omar.Open(Page(cast.SaraOmar)), ("2026-09-09", "13:30"));
        Assert.Equal(["You meet Amal at that time."], mine.Wrong);
        Assert.Equal(["Sara has another meeting at that time."], theirs.Wrong);
        Assert.DoesNotContain("Amal", theirs.Html, StringComparison.Ordinal);

        Assert.Empty((await Send(omar, theirs, ("2026-09-09", "14:40"))).Wrong);
        Assert.DoesNotContain("another meeting", (await sara.Open("/")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_is_asked_sees_the_warnings_beside_the_times(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        Assert.Null(
            await world.Suggest(
                cast.SaraOmar,
                cast.Sara.Id,
                MeetingActs.Propose,
                CastMeetings.Offer(Instant.FromUtc(2026, 9, 11, 8, 0), world.In(2))
            )
        );
        using var omar = await world.SignIn(cast.Omar);

        Assert.Equal(
            ["This is Friday prayer time."],
            (await omar.Open($"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}")).Wrong
        );
    }

    [Theory, OnBoth]
    public async Task Nothing_typed_is_lost_where_it_is_refused(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);

        var refused = await omar.Send(
            await omar.Open(Page(cast.SaraOmar)),
            "times",
            ("place", ""),
            ("day-1", "2026-09-09"),
            ("time-1", "16:30"),
            ("day-2", "soon"),
            ("time-2", "10:00"),
            ("line", "After the ward round"),
            ("points", "ECG\nViva")
        );
        Assert.Equal("Time 2 can't be read. Write the day like 2026-11-26 and the time like 16:30.", Assert.Single(refused.Wrong));
        var noPlace = await omar.Send(refused, "times", ("day-2", ""), ("time-2", ""));
        Assert.Equal("Say where you would meet.", Assert.Single(noPlace.Wrong));
        var past = await omar.Send(noPlace, "times", ("place", "Library"), ("day-2", "2026-09-01"), ("time-2", "10:00"));
        Assert.Equal("One of these times is already past. Give later ones.", Assert.Single(past.Wrong));
        await omar.Send(past, "times", ("day-2", ""), ("time-2", ""));

        var newest = (await world.Newest(cast.SaraOmar))!;
        Assert.Equal(
            ("Library", "After the ward round", Instant.FromUtc(2026, 9, 9, 11, 30)),
            (newest.Place, newest.Message, Assert.Single(newest.Times))
        );
        Assert.Contains("Viva", (await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Text, StringComparison.Ordinal);
    }

    private static string Page(Mentorship pair) => $"/mentorships/{pair.Id.Value}/meet";

    private static Task<Seen> Send(Phone phone, Seen page, params (string Day, string Time)[] times) =>
        phone.Send(
            page,
            "times",
            [("place", "Block B"), .. times.SelectMany((t, i) => new[] { ($"day-{i + 1}", t.Day), ($"time-{i + 1}", t.Time) })]
        );
}

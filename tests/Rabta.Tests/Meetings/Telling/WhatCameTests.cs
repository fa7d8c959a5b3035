using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Preparing;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Telling;

/// <summary>What came of a meeting, as each of the two says it.</summary>
public sealed class WhatCameTests
{
    [Theory, OnBoth]
    public async Task Connections_that_failed_are_counted_since_they_last_met(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (
            var (came, failed) in new[]
            {
                (Outcome.ConnectionFailed, 1),
                (Outcome.Held, 0),
                (Outcome.ConnectionFailed, 1),
                (Outcome.ConnectionFailed, 2),
                (Outcome.Missed, 2),
                (Outcome.ConnectionFailed, 3),
                (Outcome.Held, 0),
            }
        )
        {
            await world.Meet(cast.SaraOmar, came);
            Assert.Equal((came, failed), (came, (await world.MeetingsOf(cast.SaraOmar)).ConnectionsFailed));
        }
    }

    [Theory, OnBoth]
    public async Task One_answer_is_enough_and_the_second_may_agree(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        Assert.Equal((Outcome.Held, true), Of(await world.Newest(cast.SaraOmar)));
        Assert.Equal("came.told", (await world.Tell(cast.SaraOmar, cast.Sara.Id, Outcome.Missed))?.Key);

        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Held));

        Assert.Equal((Outcome.Held, true), Of(await world.Newest(cast.SaraOmar)));
        Assert.Equal("came.told", (await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed))?.Key);
        Assert.Equal(2, await Answers(world));
    }

    [Theory, OnBoth]
    public async Task Where_they_differ_both_answers_stand_and_each_looks_again_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed));
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var meeting = $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}";

        Assert.StartsWith("You and Sara remember", (await omar.Open("/")).Title, StringComparison.Ordinal);
        var asked = await omar.Open(meeting);
        Assert.Contains("You said: it didn't happen. Sara said: we met. You are asked this once.", asked.Text, StringComparison.Ordinal);
        await omar.Send(asked, "came", ("outcome", "Missed"));
        await sara.Send(await sara.Open(meeting), "came", ("outcome", "Held"));

        foreach (var phone in new[] { omar, sara })
        {
            var after = await phone.Open(meeting);
            Assert.Null(after.Page.QuerySelector("input[name=outcome]"));
            Assert.DoesNotContain("remember", (await phone.Open("/")).Title, StringComparison.Ordinal);
        }
        Assert.Equal("came.told", (await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Held))?.Key);
        var newest = (await world.Newest(cast.SaraOmar))!;
        Assert.Equal((null, true, true, 4), (newest.Outcome, newest.RememberedDifferently, newest.WasHeld, await Answers(world)));
    }

    [Theory, OnBoth]
    public async Task Who_gave_way_and_says_it_a_third_time_has_said_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed));
        world.Clock.Pass(Duration.FromMinutes(1));
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Held));

        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Held));

        Assert.Equal((Outcome.Held, true), Of(await world.Newest(cast.SaraOmar)));
        Assert.Equal(3, await Answers(world));
    }

    [Theory, OnBoth]
    public async Task Staff_see_that_the_two_remember_it_differently_and_no_verdict(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed));
        using var huda = await world.SignIn(cast.Huda);

        foreach (
            var path in new[]
            {
                "/",
                "/mentorships",
                $"/mentorships/{cast.SaraOmar.Id.Value}/arrange",
                $"/people/{cast.Omar.Id}",
                $"/people/{cast.Sara.Id}",
            }
        )
        {
            var page = await huda.Open(path);
            Assert.Equal((path, System.Net.HttpStatusCode.OK), (path, page.Status));
            Assert.Equal(
                path.EndsWith("/arrange", StringComparison.Ordinal),
                page.Text.Contains("They remember it differently", StringComparison.Ordinal)
            );
            foreach (var word in new[] { "didn't happen", "did not happen", "missed", " said: " })
                Assert.DoesNotContain(word, page.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await huda.Open($"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}")).Status
        );
    }

    [Theory, OnBoth]
    public async Task A_line_that_fails_counts_for_the_queue_and_meeting_forgets_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar, Outcome.ConnectionFailed);
        await world.Meet(cast.SaraOmar, Outcome.Missed);
        await world.Meet(cast.SaraOmar, Outcome.ConnectionFailed);
        var failed = await Pair(world, cast);
        Assert.Equal(
            (2, null, (await world.Newest(cast.SaraOmar))!.At),
            (failed.ConnectionsFailed, failed.FirstMetAt, failed.ConnectionFailedAt)
        );

        await world.Meet(cast.SaraOmar);

        var met = await Pair(world, cast);
        Assert.Equal((0, null), (met.ConnectionsFailed, met.ConnectionFailedAt));
        Assert.Equal((await world.Newest(cast.SaraOmar))!.At, met.FirstMetAt);
        using var omar = await world.SignIn(cast.Omar);
        Assert.DoesNotContain(
            "missed",
            (await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Text,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory, OnBoth]
    public async Task How_they_meant_to_meet_and_how_they_did_are_both_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        world.Clock.Now = await world.Plan(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        var meeting = $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}";
        var none = await omar.Send(await omar.Open(meeting), "came", ("how", "Phone"));
        Assert.Equal("Choose what came of it.", Assert.Single(none.Wrong));

        var told = await omar.Send(none, "came", ("outcome", "Held"));

        Assert.Contains("Planned: In person. It became: By phone.", told.Text, StringComparison.Ordinal);
        var newest = (await world.Newest(cast.SaraOmar))!;
        Assert.Equal((MeetingFormat.InPerson, MeetingFormat.Phone), (newest.Format, newest.ActualFormat));
    }

    [Theory, OnBoth]
    public async Task After_a_failed_line_the_next_day_by_phone_stands_ready_and_the_points_are_kept(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        await world.Use<AddPoint, Refusal?>(a => a.Run(cast.SaraOmar.Id, "How to read an ECG", null, cast.Omar.Id, default));
        await world.Use<ShareMyPhone, Refusal?>(s => s.Run(cast.SaraOmar.Id, true, null, cast.Sara.Id, default));
        var at = await world.Plan(cast.SaraOmar, CastMeetings.Online(world.In(2)));
        world.Clock.Now = at + Duration.FromMinutes(10);
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.ConnectionFailed));
        using var omar = await world.SignIn(cast.Omar);

        var plan = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}/meet");

        var then = at.InZone(DateTimeZoneProviders.Tzdb["Asia/Karachi"]).LocalDateTime;
        string? Field(string name) => plan.Page.QuerySelector($"[name={name}]")?.GetAttribute("value");
        Assert.Equal(
            (NodaTime.Text.LocalDatePattern.Iso.Format(then.Date.PlusDays(1)), then.TimeOfDay.ToString("HH:mm", null)),
            (Field("day-1"), Field("time-1"))
        );
        // Three days later it is the fourth day in Karachi.
        world.Clock.Now = Instant.FromUtc(then.Year, then.Month, then.Day, 20, 0) + Duration.FromDays(3);
        using var later = await world.SignIn(cast.Omar);
        Assert.Equal(
            NodaTime.Text.LocalDatePattern.Iso.Format(then.Date.PlusDays(5)),
            (await later.Open($"/mentorships/{cast.SaraOmar.Id.Value}/meet")).Page.QuerySelector("[name=day-1]")?.GetAttribute("value")
        );
        Assert.Equal("Phone", plan.Page.QuerySelector("input[name=mode][checked]")?.GetAttribute("value"));
        Assert.Contains("How to read an ECG", (await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_talked_about_is_put_away_and_comes_back_where_they_had_not_met(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.Use<AddPoint, Refusal?>(a => a.Run(cast.SaraOmar.Id, "How to read an ECG", null, cast.Omar.Id, default));
        await world.Meet(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        var (pair, meeting) = ($"/mentorships/{cast.SaraOmar.Id.Value}", $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}");
        Assert.DoesNotContain("ECG", (await omar.Open(pair)).Text, StringComparison.Ordinal);
        Assert.Contains("Talked about", (await omar.Open(meeting)).Text, StringComparison.Ordinal);

        Assert.Null(await world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed));
        Assert.Null(await world.Tell(cast.SaraOmar, cast.Sara.Id, Outcome.Missed));

        Assert.Contains("ECG", (await omar.Open(pair)).Text, StringComparison.Ordinal);
        Assert.Null((await Pair(world, cast)).FirstMetAt);
    }

    private static (Outcome?, bool) Of(Meeting? meeting) => (meeting!.Outcome, meeting.WasHeld);

    private static Task<int> Answers(World world) => world.Ask(db => db.MeetingAnswers.CountAsync());

    private static Task<PairMeetings> Pair(World world, Cast cast) => world.MeetingsOf(cast.SaraOmar);
}

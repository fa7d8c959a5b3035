using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Planning;

/// <summary>What was typed, read in the zone of who typed it.</summary>
public sealed class TypedPlanTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"],
        Karachi = DateTimeZoneProviders.Tzdb["Asia/Karachi"];

    [Theory]
    [InlineData("plan.no-mode", "mode", "")]
    [InlineData("plan.no-mode", "mode", "7")]
    [InlineData("plan.no-time", "day-1", "", "time-1", "")]
    [InlineData("plan.half-time", "time-1", "")]
    [InlineData("plan.half-time", "day-2", "2026-09-11")]
    [InlineData("plan.half-time", "time-3", "10:00")]
    [InlineData("plan.unreadable-time", "day-1", "10.9.2026")]
    [InlineData("plan.unreadable-time", "time-1", "half past four")]
    [InlineData("plan.unreadable-time", "time-1", "25:00")]
    [InlineData("plan.no-place", "place", " ")]
    [InlineData("link.none", "mode", "Online")]
    [InlineData("link.not-https", "mode", "Online", "link", "http://zoom.us/j/1")]
    public void What_can_not_be_used_is_said(string key, params string[] typed)
    {
        var (suggestion, why) = Read(Karachi, typed);

        Assert.Null(suggestion);
        Assert.Equal(key, why?.Key);
    }

    [Fact]
    public void Half_a_time_is_named_by_its_number() => Assert.Equal([2], Read(Karachi, "time-2", "10:00").Why!.Values);

    [Fact]
    public void Times_stand_in_order_and_none_twice() =>
        Assert.Equal(
            [Instant.FromUtc(2026, 9, 9, 6, 0), Instant.FromUtc(2026, 9, 10, 11, 30)],
            Read(Karachi, "day-2", "2026-09-09", "time-2", "11:00", "day-3", "2026-09-10", "time-3", "16:30").Suggestion!.Times
        );

    [Fact]
    public void A_place_typed_for_a_call_is_not_sent_and_a_link_for_a_place_neither()
    {
        var phone = Read(Karachi, "mode", "Phone", "link", "https://zoom.us/j/1").Suggestion!;
        var room = Read(Karachi, "link", "nonsense").Suggestion!;

        Assert.Equal((null, null), (phone.Place, phone.Link));
        Assert.Equal(("Block B", null), (room.Place, room.Link));
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_becomes_the_one_that_follows() =>
        Assert.Equal([Instant.FromUtc(2027, 3, 28, 1, 30)], Read(London, "day-1", "2027-03-28", "time-1", "01:30").Suggestion!.Times);

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_meant() =>
        Assert.Equal([Instant.FromUtc(2026, 10, 25, 0, 30)], Read(London, "day-1", "2026-10-25", "time-1", "01:30").Suggestion!.Times);

    [Fact]
    public void What_is_warned_of_is_found_again_at_the_same_moment_in_both()
    {
        foreach (var day in new[] { "2027-03-28", "2026-10-25" })
        {
            var form = Form("day-1", day, "time-1", "01:30");

            Assert.Equal(TypedPlan.From(form).Read(London).Suggestion!.Times[0], TypedPlan.From(form).At(1, London));
        }
    }

    private static (Suggestion? Suggestion, Rabta.Platform.Access.Refusal? Why) Read(DateTimeZone zone, params string[] typed) =>
        TypedPlan.From(Form(typed)).Read(zone);

    private static FormCollection Form(params string[] typed)
    {
        var fields = new Dictionary<string, StringValues>
        {
            ["mode"] = "InPerson",
            ["place"] = "Block B",
            ["day-1"] = "2026-09-10",
            ["time-1"] = "16:30",
        };
        for (var i = 0; i < typed.Length; i += 2)
            fields[typed[i]] = typed[i + 1];
        return new(fields);
    }
}

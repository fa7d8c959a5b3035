using System.Globalization;
using NodaTime;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.States;

/// <summary>The day that the next sentence names is the reader's: what is evening in Greenwich is tomorrow in Karachi.</summary>
public sealed class NextStepTests
{
    [Theory, OnBoth]
    public async Task The_day_to_meet_by_and_the_day_they_met_are_the_readers(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        world.Clock.Now = Instant.FromUtc(2026, 9, 10, 20, 30);
        await world.BothAccept(cast.SaraOmar);
        var by = (await world.MeetingsOf(cast.SaraOmar)).MeetBy!.Value;
        Assert.Equal(new LocalTime(20, 30), by.InUtc().TimeOfDay);

        await Says(by.InUtc().Date.PlusDays(1), by.InUtc().Date);

        await world.Meet(cast.SaraOmar);
        var at = Instant.FromUtc(2026, 9, 12, 21, 0);
        await world.ChangeMeetings(cast.SaraOmar, m => m.Record(at, at, 0, null));
        await Says(new(2026, 9, 13), new(2026, 9, 12));

        static string Written(LocalDate day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

        async Task Says(LocalDate day, LocalDate notThat)
        {
            using var omar = await world.SignIn(cast.Omar);
            var text = (await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Page.QuerySelector("main")!.TextContent;
            Assert.Contains(Written(day), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Written(notThat), text, StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task After_a_failed_line_the_phone_is_offered_only_where_the_partner_shares_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar, Outcome.ConnectionFailed);
        using var omar = await world.SignIn(cast.Omar);
        var path = $"/mentorships/{cast.SaraOmar.Id.Value}";

        var without = await omar.Open(path);
        Assert.Contains("Suggest a new time: what you wanted to talk about is kept.", without.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Phone Sara", without.Text, StringComparison.Ordinal);

        Assert.Null(await world.Use<ShareMyPhone, Refusal?>(s => s.Run(cast.SaraOmar.Id, true, "0300 1234567", cast.Sara.Id, default)));
        var with = await omar.Open(path);
        Assert.Contains("Go on by phone, or suggest a new time.", with.Text, StringComparison.Ordinal);
        Assert.Equal(
            "tel:+923001234567",
            with.Page.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Phone Sara").GetAttribute("href")
        );
    }
}

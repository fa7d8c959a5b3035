using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches.Publishing;
using Rabta.Meetings;
using Rabta.Meetings.Preparing;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Preparing;

/// <summary>What the two want to talk about, and how one can ring the other.</summary>
public sealed class PointsTests
{
    [Theory, OnBoth]
    public async Task The_first_in_a_day_goes_by_mail_and_the_next_into_the_list(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.SendMail();

        Assert.Null(await Add(world, cast, "How to read an ECG"));
        Assert.Null(await Add(world, cast, "Choosing a specialty"));
        await world.SendMail();
        Assert.Single(Mails(world, cast));
        world.Clock.Pass(Duration.FromDays(1) + Duration.FromSeconds(1));
        Assert.Null(await Add(world, cast, "A third"));
        await world.SendMail();

        Assert.Equal(2, Mails(world, cast).Count());
        using var sara = await world.SignIn(cast.Sara);
        Assert.Contains("Choosing a specialty", (await sara.Open($"/mentorships/{cast.SaraOmar.Id.Value}")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Twenty_are_enough_and_the_same_one_twice_is_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        for (var i = 0; i < 20; i++)
            Assert.Null(await Add(world, cast, $"Point {i}"));

        Assert.Equal("point.many", await Add(world, cast, "One more"));
        Assert.Null(await Add(world, cast, "Point 7"));
        Assert.Equal("point.empty", await Add(world, cast, "  \n "));
        Assert.Equal(
            "point.empty",
            (await world.Use<AddPoint, Refusal?>(a => a.Run(cast.SaraOmar.Id, null, "no.such", cast.Omar.Id, default)))?.Key
        );
        Assert.Equal(20, await world.Ask(db => db.TalkingPoints.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_long_question_and_many_lines_are_kept_whole_or_refused_in_words(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var asked = string.Join(' ', Enumerable.Repeat("سوال", 200));
        var lines = string.Join('\n', Enumerable.Range(1, 12).Select(i => $"Line {i}"));

        Assert.Null(await Add(world, cast, asked));
        Assert.Null(await Add(world, cast, lines));

        var kept = await world.Ask(db => db.TalkingPoints.Select(p => p.Text).ToListAsync());
        Assert.Equal(13, kept.Count);
        Assert.Contains(asked, kept);
        Assert.Equal("point.long", await Add(world, cast, new string('x', PointTexts.Longest + 1)));
        Assert.Equal("point.many", await Add(world, cast, string.Join('\n', Enumerable.Range(1, 8).Select(i => $"More {i}"))));
        Assert.Equal(13, await world.Ask(db => db.TalkingPoints.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_does_not_fit_stays_in_the_field(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        var typed = new string('x', PointTexts.Longest + 1);

        var refused = await omar.Send(await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}"), "point", ("point", typed));

        Assert.Contains("1500 letters", Assert.Single(refused.Wrong), StringComparison.Ordinal);
        Assert.Equal(typed, refused.Page.QuerySelector("textarea[name=point]")!.TextContent);
    }

    [Theory, OnBoth]
    public async Task Ones_own_is_taken_off_and_the_others_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await Add(world, cast, "How to read an ECG");
        var id = await world.Ask(db => db.TalkingPoints.Select(p => p.Id).SingleAsync());
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var page = $"/mentorships/{cast.SaraOmar.Id.Value}";

        Assert.Null((await sara.Open(page)).Page.QuerySelector("button[name=point]"));
        Assert.NotNull(await world.Use<AddPoint, Refusal?>(a => a.TakeOff(id, cast.Sara.Id, default)));
        Assert.Contains("ECG", (await sara.Open(page)).Text, StringComparison.Ordinal);
        await omar.Send(await omar.Open(page), "point-off");
        Assert.DoesNotContain("ECG", (await sara.Open(page)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task After_the_end_nothing_is_taken_off_any_more(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await Add(world, cast, "How to read an ECG");
        var id = await world.Ask(db => db.TalkingPoints.Select(p => p.Id).SingleAsync());
        await world.Use<Rabta.Mentorships.Ending.EndMentorship, Refusal?>(end =>
            end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default)
        );

        Assert.Equal("now.Ended", (await world.Use<AddPoint, Refusal?>(a => a.TakeOff(id, cast.Omar.Id, default)))?.Key);
        Assert.Null(await world.Ask(db => db.TalkingPoints.Select(p => p.RemovedAt).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task A_ready_question_is_read_in_each_ones_language(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara, "ur");
        var page = $"/mentorships/{cast.SaraOmar.Id.Value}";

        var empty = await omar.Send(await omar.Open($"{page}/ask"), "ready");
        Assert.Equal("Write a line, or choose a question.", Assert.Single(empty.Wrong));
        await omar.Send(empty, "ready", ("ready", "study.viva"));

        Assert.Contains("How do I prepare for a viva?", (await omar.Open(page)).Text, StringComparison.Ordinal);
        Assert.Contains(
            Languages.In(CultureInfo.GetCultureInfo("ur"), () => Both.Texts<Rabta.Meetings.Texts>()["ready.study.viva"].Value),
            (await sara.Open(page)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBoth]
    public async Task A_phone_number_is_shown_to_one_partner_and_hidden_again(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var sara = await world.SignIn(cast.Sara);
        using var omar = await world.SignIn(cast.Omar);
        using var amal = await world.SignIn(cast.Amal);
        var (withOmar, withAmal) = ($"/mentorships/{cast.SaraOmar.Id.Value}", $"/mentorships/{cast.SaraAmal.Id.Value}");

        await sara.Send(await sara.Open(withOmar), "phone", ("phone", "show"));
        Assert.NotNull((await omar.Open(withOmar)).Page.QuerySelector("a[href='tel:+923001234567']"));
        Assert.Null((await amal.Open(withAmal)).Page.QuerySelector("a[href='tel:+923001234567']"));
        Assert.Null((await sara.Open(withOmar)).Page.QuerySelector("a[href='tel:+923001234567']"));
        await sara.Send(await sara.Open(withOmar), "phone", ("phone", "hide"));
        Assert.Null((await omar.Open(withOmar)).Page.QuerySelector("a[href='tel:+923001234567']"));
    }

    private static async Task<string?> Add(World world, Cast cast, string text) =>
        (await world.Use<AddPoint, Refusal?>(a => a.Run(cast.SaraOmar.Id, text, null, cast.Omar.Id, default)))?.Key;

    private static IEnumerable<Rabta.Platform.Mail.Email> Mails(World world, Cast cast) =>
        world.Emails.Sent.Where(l =>
            l.To == cast.Sara.Address && l.Subject.StartsWith("Omar wrote something to talk about", StringComparison.Ordinal)
        );
}

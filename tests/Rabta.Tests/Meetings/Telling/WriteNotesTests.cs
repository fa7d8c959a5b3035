using Microsoft.EntityFrameworkCore;
using Rabta.Meetings;
using Rabta.Meetings.Telling;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.Telling;

public sealed class WriteNotesTests
{
    [Theory, OnBoth]
    public async Task A_line_that_the_other_changed_meanwhile_is_shown_first_and_then_yields(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var meeting = await Meeting(world, cast);
        var open = await omar.Open(meeting);
        await sara.Send(await sara.Open(meeting), "notes", ("shared", "Read chapter four"));

        var refused = await omar.Send(open, "notes", ("shared", "Bring the ECG"));

        Assert.StartsWith(
            "The line was changed in the meantime. It now says: “Read chapter four”.",
            Assert.Single(refused.Wrong),
            StringComparison.Ordinal
        );
        Assert.Equal("Read chapter four", (await world.Newest(cast.SaraOmar))!.SharedNote);
        Assert.Equal("Bring the ECG", refused.Page.QuerySelector("[name=shared]")?.GetAttribute("value"));
        Assert.Empty((await omar.Send(refused, "notes")).Wrong);
        Assert.Equal("Bring the ECG", (await world.Newest(cast.SaraOmar))!.SharedNote);
    }

    [Theory, OnBoth]
    public async Task Ones_own_note_is_for_nobody_else(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        using var huda = await world.SignIn(cast.Huda);
        var meeting = await Meeting(world, cast);
        await omar.Send(await omar.Open(meeting), "notes", ("own", "I was afraid to ask"));

        Assert.Contains("I was afraid to ask", (await omar.Open(meeting)).Html, StringComparison.Ordinal);
        foreach (var path in new[] { meeting, "/", $"/mentorships/{cast.SaraOmar.Id.Value}" })
            Assert.DoesNotContain("afraid", (await sara.Open(path)).Html, StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                meeting,
                "/",
                $"/mentorships/{cast.SaraOmar.Id.Value}",
                $"/mentorships/{cast.SaraOmar.Id.Value}/arrange",
                $"/people/{cast.Omar.Id}",
            }
        )
            Assert.DoesNotContain("afraid", (await huda.Open(path)).Html, StringComparison.Ordinal);
        await omar.Send(await omar.Open(meeting), "notes", ("own", " "));
        Assert.DoesNotContain("afraid", (await omar.Open(meeting)).Html, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task One_button_keeps_both_notes_also_where_the_line_for_both_has_to_be_looked_at_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        using var omar = await world.SignIn(cast.Omar);
        using var sara = await world.SignIn(cast.Sara);
        var meeting = await Meeting(world, cast);
        var open = await omar.Open(meeting);
        await sara.Send(await sara.Open(meeting), "notes", ("shared", "Read chapter four"), ("own", "He was quiet"));

        var refused = await omar.Send(open, "notes", ("shared", "Bring the ECG"), ("own", "I was afraid to ask"));

        Assert.Single(refused.Wrong);
        Assert.Equal("Read chapter four", (await world.Newest(cast.SaraOmar))!.SharedNote);
        var own = (await world.Ask(db => db.OwnNotes.AsNoTracking().ToListAsync())).ToDictionary(n => n.By, n => n.Text);
        Assert.Equal(("I was afraid to ask", "He was quiet"), (own[cast.Omar.Id], own[cast.Sara.Id]));
        Assert.Equal("I was afraid to ask", refused.Page.QuerySelector("[name=own]")!.TextContent);
    }

    [Theory, OnBoth]
    public async Task Before_it_is_over_there_is_nothing_to_note(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Planned);
        var id = (await world.Newest(cast.SaraOmar))!.Id;

        Assert.Equal("note.not-yet", (await world.Use<WriteNotes, Refusal?>(w => w.Run(id, "x", null, null, cast.Omar.Id, default)))?.Key);
        Assert.Equal("now.Ended", (await world.Use<WriteNotes, Refusal?>(w => w.Run(id, "x", null, null, cast.Amal.Id, default)))?.Key);
    }

    private static async Task<string> Meeting(World world, Cast cast) => $"/meetings/{(await world.Newest(cast.SaraOmar))!.Id.Value}";
}

using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Noting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Noting;

public sealed class KeepNotesTests
{
    [Theory, OnBoth]
    public async Task Staff_keep_a_note_about_a_person_read_it_with_its_writer_and_remove_it(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda);
        var path = $"/people/{cast.Omar.Id.Value}";

        await huda.Send(await huda.Open(path), "note", ("note-text", " His father is ill.\r\nAsk after him. "));

        var note = await world.Ask(db => db.StaffNotes.SingleAsync());
        Assert.Equal(
            (cast.Omar.Id, cast.Huda.Id, "His father is ill.\nAsk after him.", world.Clock.Now),
            (note.PersonId, note.By, note.Text, note.At)
        );
        Assert.Contains("His father is ill. Ask after him. Huda, 7 September", (await huda.Open(path)).Text, StringComparison.Ordinal);
        var empty = await huda.Send(await huda.Open(path), "note", ("note-text", "  "));
        Assert.Contains("Write something, then keep it.", empty.Wrong);
        await huda.Send(await huda.Open(path), "note-off");
        Assert.Empty(await world.Ask(db => db.StaffNotes.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_note_about_oneself_is_neither_written_read_nor_removed_and_a_long_one_is_refused(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var about = new StaffNote
        {
            PersonId = cast.Huda.Id,
            Text = "Talk to her",
            By = cast.Sara.Id,
            At = world.Clock.Now,
        };
        await world.Put(about);
        using var huda = await world.SignIn(cast.Huda);

        Assert.DoesNotContain("Talk to her", (await huda.Open($"/people/{cast.Huda.Id.Value}")).Text, StringComparison.Ordinal);
        await world.NotesNothing(async () =>
        {
            Assert.Null(await world.Use<KeepNotes, Refusal?>(k => k.Remove(about.Id, cast.Huda.Id, default)));
            Assert.Equal("person.gone", (await Add(cast.Huda, "Well done"))?.Key);
            Assert.Equal("note.long", (await Add(cast.Omar, new string('x', StaffNote.Longest + 1)))?.Key);
            Assert.Equal("note.empty", (await Add(cast.Omar, null))?.Key);
        });
        // A line break counts as one letter, as the browser counts it.
        Assert.Null(await Add(cast.Omar, string.Concat(Enumerable.Repeat("x\r\n", StaffNote.Longest / 2))));
        Assert.Equal(2, await world.Ask(db => db.StaffNotes.CountAsync()));

        Task<Refusal?> Add(Person about, string? text) =>
            world.Use<KeepNotes, Refusal?>(k => k.Add(new(Ids.Source()), about.Id, text, cast.Huda.Id, default));
    }
}

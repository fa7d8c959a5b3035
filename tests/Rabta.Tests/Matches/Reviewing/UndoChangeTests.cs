using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Matches.Reviewing;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Reviewing;

public sealed class UndoChangeTests
{
    [Theory, OnBoth]
    public async Task The_newest_word_of_ones_own_is_taken_back_first_pin_or_forbid(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (yusra, iqra, other) = (
            new Person("Yusra", null),
            new Person("Iqra", null),
            new Person("Nadia", null) { Duties = Duties.Coordinator }
        );
        await world.Put(yusra, iqra, other, cast.Enrols(yusra, ProgrammeRole.Mentee), cast.Enrols(iqra, ProgrammeRole.Mentee));
        var round = (await world.Match(cast)).Id;
        await world.Put(
            cast.Pin(cast.Zara, cast.Bilal, In(1)),
            cast.Pin(yusra, cast.Bilal, In(3)),
            cast.Forbid(cast.Zara, cast.Sara, In(2)),
            cast.Forbid(yusra, cast.Sara, In(0)),
            cast.Pin(iqra, cast.Bilal, In(9), other)
        );

        await Undo();
        Assert.Equal([cast.Zara.Id, iqra.Id], await world.Ask(db => db.Pins.OrderBy(p => p.At).Select(p => p.MenteeId).ToListAsync()));
        await Undo();
        Assert.Equal([yusra.Id], await world.Ask(db => db.Forbids.Select(f => f.MenteeId).ToListAsync()));
        await Undo();
        Assert.Equal([iqra.Id], await world.Ask(db => db.Pins.Select(p => p.MenteeId).ToListAsync()));
        await Undo();
        Assert.Empty(await world.Ask(db => db.Forbids.ToListAsync()));
        Assert.Equal("undo.nothing", (await Take())?.Key);

        async Task Undo() => Assert.Null(await Take());
        async Task<Refusal?> Take()
        {
            var seen = (await world.Round(round)).Version;
            return await world.Use<UndoChange, Refusal?>(u => u.Run(round, seen, cast.Huda.Id, default));
        }
        Instant In(int hours) => world.Clock.Now + Duration.FromHours(hours);
    }
}

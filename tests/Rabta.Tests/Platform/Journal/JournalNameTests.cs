using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Journal;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Journal;

/// <summary>The journal names people by pseudonyms: who is erased can't be found in it, and two who are one are found under both.</summary>
public sealed class JournalNameTests
{
    [Theory, OnBoth]
    public async Task One_person_has_one_name_and_no_line_holds_a_persons_id(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Use<PrintSlip, string?>(p => p.Run(cast.Omar.Id, cast.Huda.Id, default));
        await world.Use<PrintSlip, string?>(p => p.Run(cast.Zara.Id, cast.Huda.Id, default));

        var lines = await world.Journal();

        Assert.All(lines, line => Assert.Equal(cast.Huda.Id, line.By));
        Assert.Single(lines.Select(line => line.Entry.By).Distinct());
        var ids = (await world.Ask(db => db.People.Select(p => p.Id).ToListAsync())).Select(p => p.Value).ToHashSet();
        Assert.DoesNotContain(
            lines,
            line =>
                ids.Contains(line.Entry.Subject)
                || ids.Contains(line.Entry.By!.Value.Value)
                || ids.Contains(line.Entry.OnBehalfOf!.Value.Value)
        );
    }

    [Theory, OnBoth]
    public async Task Whose_name_is_destroyed_is_in_the_journal_no_more_and_the_lines_stay(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Use<PrintSlip, string?>(p => p.Run(cast.Zara.Id, cast.Huda.Id, default));

        await world.Ask(db => db.Set<JournalName>().Where(n => n.PersonId == cast.Zara.Id).ExecuteDeleteAsync());

        var line = Assert.Single(await world.Journal());
        Assert.Equal(("slip.printed", cast.Huda.Id, (PersonId?)null), (line.What, line.By!.Value, line.OnBehalfOf));
    }

    [Theory, OnBoth]
    public async Task Two_who_are_one_are_found_under_both_names(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Use<PrintSlip, string?>(p => p.Run(cast.Zara.Id, cast.Huda.Id, default));
        await world.Use<PrintSlip, string?>(p => p.Run(cast.Omar.Id, cast.Huda.Id, default));

        await world.Ask(db =>
            db.Set<JournalName>()
                .Where(n => n.PersonId == cast.Zara.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(n => n.PersonId, cast.Omar.Id))
        );
        await world.Use<PrintSlip, string?>(p => p.Run(cast.Omar.Id, cast.Huda.Id, default));

        Assert.Equal([cast.Omar.Id, cast.Omar.Id, cast.Omar.Id], (await world.Journal()).Select(line => line.OnBehalfOf!.Value));
    }
}

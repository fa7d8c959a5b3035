using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Database;

/// <summary>There is one way to write: opened with what happens, and committed with its line in the journal.</summary>
public sealed class TransactionTests
{
    private static readonly JournalKind Moved = new("test.moved"),
        Grown = new("test.grown");

    [Theory, OnBoth]
    public async Task What_changes_without_its_line_is_not_committed(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        await Assert.ThrowsAsync<NotNoted>(() => Write(world, cast.Omar, Moved, (_, person) => person.Phone = "1"));
        await Assert.ThrowsAsync<NotNoted>(() =>
            Write(
                world,
                cast.Omar,
                Moved,
                (journal, person) =>
                {
                    person.Phone = "1";
                    journal.Note(Grown, person.Id, null);
                }
            )
        );
        await Assert.ThrowsAsync<NotNoted>(() =>
            world.Use<RabtaDb, int>(async db =>
            {
                await using var write = await db.BeginWrite(Moved, default);
                await db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, "1"));
                await write.Commit(default);
                return 0;
            })
        );

        Assert.DoesNotContain("1", await world.Ask(db => db.People.Select(p => p.Phone).ToListAsync()));
        Assert.Empty(await world.Journal());
    }

    [Theory, OnBoth]
    public async Task With_its_line_it_is_and_what_changes_nothing_needs_none(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        await Write(
            world,
            cast.Omar,
            Moved.Or(Grown),
            (journal, person) =>
            {
                person.Phone = "1";
                journal.Note(Grown, person.Id, cast.Huda.Id);
            }
        );
        await Write(world, cast.Omar, Moved, (_, _) => { });

        var line = Assert.Single(await world.Journal());
        Assert.Equal(("test.grown", cast.Omar.Id.Value, cast.Huda.Id), (line.What, line.Subject, line.By!.Value));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_changed_or_noted_outside_of_a_write(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        await Assert.ThrowsAsync<WrittenOutside>(() =>
            world.Use<RabtaDb, int>(async db =>
            {
                (await db.People.SingleAsync(p => p.Id == cast.Omar.Id)).Phone = "1";
                return await db.SaveChangesAsync();
            })
        );
        await Assert.ThrowsAsync<WrittenOutside>(() =>
            world.Use<RabtaDb, int>(db => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, "1")))
        );
        await Assert.ThrowsAsync<WrittenOutside>(() => world.Use<RabtaDb, int>(db => db.SignInLinks.ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.Use<JournalOf, int>(journal =>
            {
                journal.Note(Moved, cast.Omar.Id, null);
                return Task.FromResult(0);
            })
        );
    }

    [Theory, OnBoth]
    public async Task A_write_that_is_given_up_leaves_neither_change_nor_line(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        await world.Use<IServiceProvider, int>(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            await using (var write = await db.BeginWrite(Moved, default))
            {
                (await db.People.SingleAsync(p => p.Id == cast.Omar.Id)).Phone = "1";
                get.GetRequiredService<JournalOf>().Note(Moved, cast.Omar.Id, null);
                await db.SaveChangesAsync();
            }
            Assert.Null(db.Writing);
            return 0;
        });

        Assert.Empty(await world.Journal());
        Assert.DoesNotContain("1", await world.Ask(db => db.People.Select(p => p.Phone).ToListAsync()));
    }

    private static Task<int> Write(World world, Person whom, AnyOf what, Action<JournalOf, Person> act) =>
        world.Use<IServiceProvider, int>(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            await using var write = await db.BeginWrite(what, default);
            act(get.GetRequiredService<JournalOf>(), await db.People.SingleAsync(p => p.Id == whom.Id));
            await write.Commit(default);
            return 0;
        });
}

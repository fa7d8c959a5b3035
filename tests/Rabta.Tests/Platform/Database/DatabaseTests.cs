using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Database;

public sealed class DatabaseTests
{
    [Theory, OnBoth]
    public async Task The_migrations_say_what_the_model_says(Engine on)
    {
        await using var world = await World.On(on);

        Assert.False(await world.Ask(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Theory, OnBoth]
    public async Task A_moment_comes_back_equal_and_in_order(Engine on)
    {
        await using var world = await World.On(on);
        var moments = new[] { 0L, 5, 500_000, 1_000_000 }
            .Select(micros => Instant.FromUtc(2026, 1, 1, 0, 0).PlusTicks(micros * 10))
            .ToList();
        await world.Put([.. moments.AsEnumerable().Reverse().Select(at => new JournalEntry { What = "test.moment", At = at })]);

        Assert.Equal(
            moments,
            await world.Ask(db => db.Set<JournalEntry>().Where(e => e.At >= moments[0]).OrderBy(e => e.At).Select(e => e.At).ToListAsync())
        );
    }

    [Fact]
    public async Task SQLite_writes_ahead_and_waits_for_the_disk()
    {
        await using var world = await World.On(Engine.Sqlite);

        var pragmas = await world.Ask(async db =>
        {
            await db.Database.OpenConnectionAsync();
            async Task<string> Ask(string name)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {name}";
                return $"{await command.ExecuteScalarAsync()}";
            }
            return (await Ask("journal_mode"), await Ask("synchronous"), await Ask("busy_timeout"), await Ask("foreign_keys"));
        });

        Assert.Equal(("wal", "2", "5000", "1"), pragmas);
    }

    [Fact]
    public async Task The_last_five_copies_are_kept_and_each_is_whole()
    {
        await using var world = await World.On(Engine.Sqlite);
        await Cast.In(world);
        for (var i = 0; i < 7; i++)
        {
            world.Clock.Pass(Duration.FromMinutes(1));
            await world.Use<PutAside, string?>(aside => aside.Run("import", default));
        }

        var copies = Directory.GetFiles(world.Settings.Path("aside"));
        Assert.Equal(5, copies.Length);
        await using var copy = new SqliteRabtaDb(
            new DbContextOptionsBuilder<SqliteRabtaDb>().UseSqlite($"Data Source={copies.Max()};Pooling=false").Options
        );
        copy.Institution = world.Institution.Id;
        Assert.Equal(7, await copy.Set<Rabta.People.Person>().CountAsync());
    }

    [Fact]
    public async Task PostgreSQL_keeps_its_own_copies()
    {
        await using var world = await World.On(Engine.Postgres);

        Assert.Null(await world.Use<PutAside, string?>(aside => aside.Run("import", default)));
    }

    [Theory, OnBoth]
    public async Task Two_writers_each_see_the_other_s_work(Engine on)
    {
        await using var world = await World.On(on);
        var key = Guid.NewGuid();
        async Task Count() =>
            await world.Do(async get =>
            {
                var db = get.GetRequiredService<RabtaDb>();
                await using var write = await db.BeginWrite(new Rabta.Platform.Journal.NotJournaled("A test counts."), default);
                await db.HoldLock(key, default);
                var seen = await db.Set<JournalEntry>().CountAsync(e => e.What == "test.count");
                db.Add(
                    new JournalEntry
                    {
                        What = "test.count",
                        At = world.Clock.Now,
                        After = $"{seen}",
                    }
                );
                await write.Commit(default);
            });

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(Count)));

        Assert.Equal(
            Enumerable.Range(0, 12).Select(i => $"{i}").Order(),
            (await world.Ask(db => db.Set<JournalEntry>().Where(e => e.What == "test.count").Select(e => e.After!).ToListAsync())).Order()
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rabta.Notifications;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Finding;

/// <summary>A database from before names and notices went by language keeps its content and is found by all of it.</summary>
public sealed class FillKeysTests
{
    private const string Before = "Modules";

    [Theory, OnBoth]
    public async Task A_database_of_before_keeps_names_and_notices(Engine on)
    {
        await using var world = await World.On(on);
        var (aisha, nobody) = (new Person("Aïsha", "a@x.pk") { Names = Both.Urdu("عائشہ"), Number = "R-12" }, new Person("Bo", null));
        Several[][] values =
        [
            [],
            [Both.Of("Sara", "سارہ")],
            [Both.Of("Sara \"S\" {0}", "سارہ"), Both.Of("Hamqadam", "ہم قدم")],
            [Both.Of("Sara", "سارہ"), Both.Of("Hamqadam", "ہم قدم"), Several.Plain("2")],
            [Both.Of("Sara", "سارہ"), Several.Plain("They live in different cities.")],
        ];
        await world.Put([aisha, nobody, .. values.Select((said, i) => Notice(aisha, said, i))]);
        var names = await world.Ask(db => db.People.AsNoTracking().OrderBy(p => p.Id).Select(p => new { p.Name, p.Names }).ToListAsync());

        await To(world, Before);
        Assert.Equal(["عائشہ"], await Column(world, "SELECT \"NameUrdu\" AS \"Value\" FROM people WHERE \"NameUrdu\" IS NOT NULL"));
        Assert.Equal(
            ["0", "2", "4", "5", "3"],
            await Column(
                world,
                on == Engine.Postgres
                    ? "SELECT cardinality(\"Values\")::text AS \"Value\" FROM notices ORDER BY \"Path\""
                    : "SELECT CAST(json_array_length(\"Values\") AS TEXT) AS \"Value\" FROM notices ORDER BY \"Path\""
            )
        );
        await world.Do(get => get.Migrate(default));

        Assert.Equal(
            names,
            await world.Ask(db => db.People.AsNoTracking().OrderBy(p => p.Id).Select(p => new { p.Name, p.Names }).ToListAsync())
        );
        Assert.Equal(values, await world.Ask(db => db.Notices.AsNoTracking().OrderBy(n => n.Path).Select(n => n.Values).ToListAsync()));
        foreach (var typed in new[] { "aïsha", "عائشه", "r-12" })
            Assert.Equal(aisha.Id, await world.Ask(db => db.People.Called(typed, FoundBy.Number).Select(p => p.Id).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Keys_follow_every_change_of_a_name_or_number(Engine on)
    {
        await using var world = await World.On(on);
        await world.Put(new Person("Omar", null) { Names = Both.Urdu("عمر"), Number = "1" });
        Task<bool> Is(string typed) => world.Ask(db => db.People.Called(typed, FoundBy.Number).AnyAsync());

        await world.Ask(async db =>
        {
            var omar = await db.People.SingleAsync();
            (omar.Name, omar.Names, omar.Number) = ("Umar", omar.Names.With("el", "Ομάρ"), "2");
            return await db.SaveChangesAsync();
        });

        foreach (var typed in new[] { "umar", "عمر", "ομάρ", "2" })
            Assert.True(await Is(typed), typed);
        foreach (var typed in new[] { "omar", "1" })
            Assert.False(await Is(typed), typed);
    }

    private static Notice Notice(Person to, Several[] values, int i) =>
        new()
        {
            PersonId = to.Id,
            Kind = "ended",
            Values = values,
            Path = $"/{i}",
        };

    private static Task To(World world, string migration) =>
        world.Do(get => ((RabtaDb)get.GetService(typeof(RabtaDb))!).Database.GetService<IMigrator>().MigrateAsync(migration));

#pragma warning disable RS0030 // Looks at columns that the model no longer has.
    private static Task<List<string>> Column(World world, string sql) =>
        world.Ask(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync());
#pragma warning restore RS0030
}

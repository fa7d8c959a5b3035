using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>
/// What is written once stays, whoever asks: the context refuses it, and so does the database where somebody passes the context.
/// </summary>
public sealed class AppendOnlyTests
{
    [Theory, OnBoth]
    public async Task Every_append_only_table_refuses_to_change_or_lose_a_row(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Meet(cast.SaraOmar);
        foreach (var (type, table) in await world.Ask(db => Task.FromResult(Tables(db))))
        {
            Assert.True(await Rows(world, table) > 0, $"{table} holds nothing: give it a row here");
            foreach (var sql in new[] { $"UPDATE \"{table}\" SET \"InstitutionId\" = \"InstitutionId\"", $"DELETE FROM \"{table}\"" })
                await Assert.ThrowsAnyAsync<DbException>(() => world.Ask(db => db.Database.ExecuteSqlRawAsync(sql)));
            foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    world.Do(async get =>
                    {
                        var db = get.GetRequiredService<RabtaDb>();
                        var set =
                            (IQueryable<object>)
                                typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
                        db.Entry(await set.FirstAsync()).State = state;
                        await db.SaveChangesAsync();
                    })
                );
        }
    }

    private static List<(Type Type, string Table)> Tables(RabtaDb db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .Where(t => t.ClrType.IsAssignableTo(typeof(IAppendOnly)))
                .Select(t => (t.ClrType, t.GetTableName()!)),
        ];

    private static Task<int> Rows(World world, string table) =>
        world.Ask(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        });
}

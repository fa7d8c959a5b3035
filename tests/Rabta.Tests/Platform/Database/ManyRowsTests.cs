using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Matches;
using Rabta.Mentorships;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Database;

public sealed class ManyRowsTests
{
    private static async Task<(Cast Cast, RoundId Round, RoundPair Row)> Ready(World world)
    {
        var cast = await Cast.In(world);
        var round = (await world.Match(cast)).Id;
        return (
            cast,
            round,
            new()
            {
                RoundId = round,
                MentorId = cast.Sara.Id,
                MenteeId = cast.Nida.Id,
                IsPinned = true,
                Why =
                [
                    new(ReasonKind.MenteesWish, Rank: 2),
                    new(ReasonKind.Shared, Both.Of("Languages", "زبانیں"), ["اردو", "O'Hara \"\\\t"]),
                ],
            }
        );
    }

    private static Task Write(World world, bool commits, InstitutionId? institution, params RoundPair[] rows) =>
        world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            db.Institution = institution ?? db.Institution;
            await using var write = await db.BeginWrite(new Rabta.Platform.Journal.NotJournaled("A test puts many."), default);
            await db.AddMany(rows, default);
            if (commits)
                await write.Commit(default);
        });

    [Theory, OnBoth]
    public async Task A_row_reads_as_one_that_was_tracked(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round, row) = await Ready(world);
        await Write(world, commits: true, null, row);
        var tracked = new RoundPair
        {
            RoundId = round,
            MentorId = row.MentorId,
            MenteeId = cast.Omar.Id,
            IsPinned = true,
            Why = row.Why,
        };
        await world.Put(tracked);

        var (many, one) = ((await world.PairOf(round, cast.Nida))!, (await world.PairOf(round, cast.Omar))!);

        Assert.Equal(row.Id, many.Id);
        Assert.Equal(
            (one.InstitutionId, one.RoundId, one.MentorId, one.IsPinned, one.IsMovedByStaff),
            (many.InstitutionId, many.RoundId, many.MentorId, many.IsPinned, many.IsMovedByStaff)
        );
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(one.Why), System.Text.Json.JsonSerializer.Serialize(many.Why));
        Assert.Equal(1, await world.Ask(db => db.RoundPairs.CountAsync(p => p.Id == row.Id)));
    }

    [Theory, OnBoth]
    public async Task Nothing_stays_of_a_write_that_is_given_up(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round, row) = await Ready(world);

        await Write(world, commits: false, null, row);

        Assert.Null(await world.PairOf(round, cast.Nida));
    }

    [Theory, OnBoth]
    public async Task Another_institutions_row_does_not_pass(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round, row) = await Ready(world);
        await Write(world, commits: true, null, row);
        var own = (await world.PairOf(round, cast.Nida))!;

        await Assert.ThrowsAsync<ForeignInstitution>(() => Write(world, commits: true, new InstitutionId(Guid.NewGuid()), own));
    }

    [Theory, OnBoth]
    public async Task Without_a_transaction_nothing_is_written(Engine on)
    {
        await using var world = await World.On(on);
        var (cast, round, row) = await Ready(world);

        await Assert.ThrowsAsync<WrittenOutside>(() => world.Do(get => get.GetRequiredService<RabtaDb>().AddMany([row], default)));
        Assert.Null(await world.PairOf(round, cast.Nida));
    }
}

using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Programmes.Leaving;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Programmes.Leaving;

public sealed class TakeNoNewTests
{
    [Theory, OnBoth]
    public async Task A_mentor_takes_no_new_mentee_and_takes_them_again_and_nobody_says_it_for_somebody_else(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var parts = await world.Ask(db => db.Enrolments.ToDictionaryAsync(e => e.PersonId));
        using var sara = await world.SignIn(cast.Sara);

        var closed = await sara.Send(await sara.Open("/taking-part"), "no-new");

        Assert.Contains("You get no new mentee.", closed.Text, StringComparison.Ordinal);
        Assert.True(await IsClosed(parts[cast.Sara.Id].Id));
        await world.NotesNothing(async () => Assert.Null(await Say(parts[cast.Sara.Id].Id, true)));
        await sara.Send(await sara.Open("/taking-part"), "no-new");
        Assert.False(await IsClosed(parts[cast.Sara.Id].Id));

        // The address of another mentor's enrolment, a mentee's, and none.
        var page = await sara.Open("/taking-part");
        var refused = await sara.Send(page, "no-new", ("no-new", parts[cast.Bilal.Id].Id.Value.ToString()));
        Assert.Contains("This changed a moment ago, so nothing was done. Look at the page again.", refused.Wrong);
        Assert.False(await IsClosed(parts[cast.Bilal.Id].Id));
        Assert.Equal("leaving.gone", (await Say(parts[cast.Omar.Id].Id, true))?.Key);
        Assert.Equal("leaving.gone", (await Say(new(Guid.NewGuid()), true))?.Key);

        using var huda = await world.SignIn(cast.Huda);
        await huda.Send(await huda.Open($"/people/{cast.Bilal.Id.Value}"), "taking-part");
        Assert.True(await IsClosed(parts[cast.Bilal.Id].Id));
        Assert.Contains("Takes no new mentee", (await huda.Open($"/people/{cast.Bilal.Id.Value}")).Text, StringComparison.Ordinal);

        Task<Refusal?> Say(EnrolmentId id, bool noNew) =>
            world.Use<TakeNoNew, Refusal?>(t => t.Run(id, noNew, null, cast.Huda.Id, default));

        Task<bool> IsClosed(EnrolmentId id) =>
            world.Ask(db => db.Enrolments.Where(e => e.Id == id).Select(e => e.TakesNoNew).SingleAsync());
    }

    [Theory, OnBoth]
    public async Task Whoever_left_takes_part_again_when_a_coordinator_says_so(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var part = await world.Ask(db => db.Enrolments.SingleAsync(e => e.PersonId == cast.Zara.Id));
        await world.Ask(async db =>
        {
            (await db.Enrolments.SingleAsync(e => e.Id == part.Id)).Leave(world.Clock.Now);
            return await db.SaveChangesAsync();
        });
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/people/{cast.Zara.Id.Value}");
        Assert.Contains("Left on Monday 7 September 2026", page.Text, StringComparison.Ordinal);

        await huda.Send(page, "taking-part");

        Assert.True((await world.Ask(db => db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == part.Id))).TakesPart);
        await world.NotesNothing(async () => Assert.Null(await world.Use<ComeBack, Refusal?>(c => c.Run(part.Id, cast.Huda.Id, default))));
        Assert.Equal("leaving.gone", (await world.Use<ComeBack, Refusal?>(c => c.Run(new(Guid.NewGuid()), cast.Huda.Id, default)))?.Key);
    }
}

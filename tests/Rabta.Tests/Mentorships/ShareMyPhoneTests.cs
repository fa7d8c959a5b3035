using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships;

public sealed class ShareMyPhoneTests
{
    [Theory, OnBoth]
    public async Task A_number_is_shared_with_one_partner_and_hidden_again(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Null(await Share(world, cast.SaraOmar, cast.Sara, true));
        Assert.Null(await Share(world, cast.SaraOmar, cast.Sara, true));
        var shared = await world.Ask(db => db.PhoneShares.AsNoTracking().SingleAsync());
        Assert.Equal((cast.SaraOmar.Id, cast.Sara.Id, world.Clock.Now), (shared.MentorshipId, shared.PersonId, shared.At));
        Assert.Null(await Share(world, cast.SaraOmar, cast.Omar, true));
        Assert.Null(await Share(world, cast.SaraOmar, cast.Sara, false));

        Assert.Equal(cast.Omar.Id, await world.Ask(db => db.PhoneShares.Select(s => s.PersonId).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task A_number_given_here_is_kept_as_ones_own_and_without_any_nothing_is_shared(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db =>
            db.People.Where(p => p.Id == cast.Omar.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, (string?)null))
        );

        Assert.Equal("phone.none", (await Share(world, cast.SaraOmar, cast.Omar, true, " "))?.Key);
        Assert.Equal(0, await world.Ask(db => db.PhoneShares.CountAsync()));
        Assert.Null(await Share(world, cast.SaraOmar, cast.Omar, true, " 0333 7654321 "));

        var omar = await world.Ask(db => db.People.AsNoTracking().SingleAsync(p => p.Id == cast.Omar.Id));
        Assert.Equal(("0333 7654321", Corrected.Phone), (omar.Phone, omar.Corrected));
    }

    [Theory, OnBoth]
    public async Task Only_one_of_the_two_shares_and_only_while_it_stands(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal("mentorship.has-ended", (await Share(world, cast.SaraOmar, cast.Nida, true))?.Key);
        Assert.Null(await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "Why", cast.Huda.Id, default)));
        Assert.Equal("mentorship.has-ended", (await Share(world, cast.SaraOmar, cast.Omar, true))?.Key);

        Assert.Equal(0, await world.Ask(db => db.PhoneShares.CountAsync()));
    }

    private static Task<Refusal?> Share(World world, Mentorship pair, Person me, bool share, string? number = null) =>
        world.Use<ShareMyPhone, Refusal?>(phone => phone.Run(pair.Id, share, number, me.Id, default));
}

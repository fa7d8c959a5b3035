using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.States;

public sealed class HoldPairTests
{
    private static readonly NotForStaff No = new("ended", "own", "not-now");

    [Theory, OnBoth]
    public async Task Of_several_acts_the_one_that_the_state_allows_is_held(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var before = await Hold(world, cast.SaraOmar, cast.Omar.Id, PairActs.SayCantTakeOn, PairActs.AskForChange);
        await world.BothAccept(cast.SaraOmar);
        var after = await Hold(world, cast.SaraOmar, cast.Omar.Id, PairActs.SayCantTakeOn, PairActs.AskForChange);

        Assert.Equal((PairActs.SayCantTakeOn, PairState.Published), (before.Held?.Act, before.State));
        Assert.Equal((PairActs.AskForChange, PairState.BothAccepted), (after.Held?.Act, after.State));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_held_where_no_act_is_allowed_and_the_state_says_why(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal((null, PairState.Published), await Hold(world, cast.SaraOmar, cast.Omar.Id, PairActs.AskForChange));
        Assert.Equal((null, PairState.Ended), await Hold(world, cast.SaraOmar, cast.Zara.Id, PairActs.AcceptRules));
        await world.Change(cast.SaraOmar, pair => pair.End(HowEnded.Ended, world.Clock.Now));
        Assert.Equal((null, PairState.Ended), await Hold(world, cast.SaraOmar, cast.Omar.Id, PairActs.AcceptRules));
    }

    [Theory, OnBoth]
    public async Task A_coordinator_holds_what_stands_and_no_pair_of_their_own(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Null((await ForStaff(world, cast.SaraOmar.Id, PairActs.MoveOrEnd, cast.Huda.Id)).Why);
        Assert.Equal("own", (await ForStaff(world, cast.SaraOmar.Id, PairActs.MoveOrEnd, cast.Sara.Id)).Why?.Key);
        Assert.Equal("not-now", (await ForStaff(world, cast.SaraOmar.Id, PairActs.AcceptRules, cast.Huda.Id)).Why?.Key);
        Assert.Equal("ended", (await ForStaff(world, new(Ids.Source()), PairActs.MoveOrEnd, cast.Huda.Id)).Why?.Key);
        await world.Change(cast.SaraOmar, pair => pair.End(HowEnded.Ended, world.Clock.Now));
        Assert.Equal("ended", (await ForStaff(world, cast.SaraOmar.Id, PairActs.MoveOrEnd, cast.Huda.Id)).Why?.Key);
    }

    private static Task<(HeldPair? Held, PairState State)> Hold(World world, Mentorship pair, PersonId me, params Act[] acts) =>
        world.Use<HoldPair, (HeldPair?, PairState)>(hold => hold.Run(pair.Id, me, default, acts));

    private static Task<(HeldPair? Held, Refusal? Why)> ForStaff(World world, MentorshipId pair, Act act, PersonId by) =>
        world.Use<HoldPair, (HeldPair?, Refusal?)>(hold => hold.ForStaff(pair, act, by, No, default));
}

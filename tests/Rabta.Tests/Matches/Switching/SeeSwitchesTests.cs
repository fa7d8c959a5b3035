using Rabta.Matches.Switching;
using Rabta.People;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Switching;

public sealed class SeeSwitchesTests
{
    [Theory, OnBoth]
    public async Task Staff_see_where_a_mentee_could_go_without_moving_anybody(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var others = await world.Use<SeeSwitches, IReadOnlyList<SwitchTo>>(see => see.Run(cast.SaraOmar.Id, default));

        Assert.All(others, o => Assert.True(o.Free > 0 && o.Mentor != cast.Sara.Id));
        using var huda = await world.SignIn(cast.Huda);
        var page = await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/arrange");
        Assert.All(others, o => Assert.Contains(o.Name, page.Text, StringComparison.Ordinal));
    }
}

using System.Text.Json;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

public sealed class FirstRunTests
{
    [Theory, OnBoth]
    public async Task On_an_empty_database_the_answer_is_one_object_and_nothing_sounds_like_a_fault(Engine on)
    {
        await using var place = await Place.Empty(on);
        using var crowd = new Crowd(mentors: 2);

        await using var process = RabtaProcess.Start(place.Settings, crowd.Import);

        Assert.Equal(0, await process.End());
        Assert.Equal(crowd.Everyone, JsonDocument.Parse(process.Out).RootElement.GetProperty("imported").GetInt32());
        Assert.DoesNotContain("fail", process.Aside, StringComparison.OrdinalIgnoreCase);
    }
}

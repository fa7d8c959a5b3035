using Rabta.Matches;
using Rabta.Platform.Institutions;

namespace Rabta.Tests.Worlds;

/// <summary>Two institutions on one server, with the same names and the same addresses in both.</summary>
public sealed class TwoColleges : IAsyncDisposable
{
    public required World World { get; init; }
    public required Institution FirstCollege { get; init; }
    public required Institution SecondCollege { get; init; }
    public required Cast First { get; init; }
    public required Cast Second { get; init; }
    public required RoundId FirstRound { get; init; }
    public required RoundId SecondRound { get; init; }

    public static async Task<TwoColleges> On(Engine engine)
    {
        var world = await World.On(engine, empty: true);
        var one = await world.Found("First College", host: "first.test");
        var two = await world.Found("Second College", host: "second.test");
        world.Institution = two;
        var second = await Cast.In(world);
        var secondRound = await world.PutRounds(second);
        await world.PutDraft(second);
        await world.PutGoals(second);
        await world.PutMeetings(second);
        await world.PutRequests(second);
        world.Institution = one;
        var first = await Cast.In(world);
        await world.PutDraft(first);
        await world.PutGoals(first);
        await world.PutMeetings(first);
        await world.PutRequests(first);
        return new()
        {
            World = world,
            FirstCollege = one,
            SecondCollege = two,
            First = first,
            Second = second,
            FirstRound = await world.PutRounds(first),
            SecondRound = secondRound,
        };
    }

    /// <summary>A phone for each role of the first college; a stranger has one too.</summary>
    public async Task<Phone> As(string role) =>
        role switch
        {
            "stranger" => World.Visit(),
            "mentee" => await World.SignIn(First.Omar),
            "mentor" => await World.SignIn(First.Sara),
            "coordinator" => await World.SignIn(First.Huda),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

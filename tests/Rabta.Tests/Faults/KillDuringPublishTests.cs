using System.Globalization;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

public sealed class KillDuringPublishTests(ITestOutputHelper print)
{
    private const string TheRound = "SELECT \"Id\" FROM rounds";

    [Theory, OnBoth]
    public async Task Killed_at_twenty_instants_the_round_is_in_review_or_published_and_again_publishes_it(Engine on)
    {
        await using var world = await World.On(on);
        using var crowd = new Crowd(mentors: 40);
        await crowd.Arrive(world, published: false);
        string? before;
        await using (var same = await Place.Like(world))
            before = await same.Value(TheRound);
        var kills = new TwentyKills
        {
            Make = _ => Place.Like(world),
            Start = place => RabtaProcess.Start(place.Settings, Crowd.Publish),
            // The command first makes the round anew, in a transaction of its own; the next one publishes it.
            IsInside = async place => await place.Value(TheRound) != before && await place.IsWriting(),
            Judge = place => Judge(place, crowd),
            Print = print,
        };

        await kills.Run();
    }

    private static async Task<bool> Judge(Place place, Crowd crowd)
    {
        await place.AssertSound();
        var isPublished = await place.Count("mentorships") > 0;
        Assert.Equal(
            ((int)(isPublished ? RoundState.Published : RoundState.InReview)).ToString(CultureInfo.InvariantCulture),
            await place.Value("SELECT \"State\" FROM rounds")
        );
        await AssertTold(place, crowd, isPublished);

        Assert.Equal(0, (await place.Run(new MatchRunCommand(Composition.Languages), Crowd.Publish)).Code);

        await AssertTold(place, crowd, isPublished: true);
        Assert.Equal(1, await place.Count($"rounds WHERE \"State\" = {(int)RoundState.Published}"));
        await place.AssertSound();
        return isPublished;
    }

    /// <summary>Every mentee has one mentor, and every person one piece of news; or nobody has any.</summary>
    private static async Task AssertTold(Place place, Crowd crowd, bool isPublished)
    {
        var (mentees, everyone) = isPublished ? (crowd.Mentees, crowd.Everyone) : (0, 0);
        Assert.Equal(mentees, await place.Count("mentorships"));
        Assert.Equal(mentees, await place.Count("(SELECT DISTINCT \"MenteeId\" FROM mentorships) m"));
        Assert.Equal(everyone, await place.Count("notices"));
        Assert.Equal(everyone, await place.Count("(SELECT DISTINCT \"PersonId\" FROM notices) n"));
        Assert.Equal(mentees, await place.Count("journal WHERE \"What\" = 'mentorship.began'"));
        Assert.Equal(isPublished ? 1 : 0, await place.Count("journal WHERE \"What\" = 'round.published'"));
    }
}

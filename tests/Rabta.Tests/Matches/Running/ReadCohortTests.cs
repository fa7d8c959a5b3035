using NodaTime;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Preferences.Fitting;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Running;

public sealed class ReadCohortTests
{
    [Theory, OnBoth]
    public async Task Only_who_was_left_by_the_last_published_round_comes_first_now(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (first, last, review) = (Round(1), Round(2), Round(3));
        foreach (var (round, day) in new[] { (last, 20), (first, 10) })
        {
            Assert.Null(round.MayPublish());
            round.Publish(world.Clock.Now + Duration.FromDays(day), byMail: false, cast.Huda.Id);
        }
        await world.Put(first, last, review, Left(first, cast.Zara), Left(last, cast.Nida), Left(review, cast.Amal));

        var rows = await world.Use<ReadCohort, CohortRows>(r => r.Run(cast.Cohort.Id, default));

        Assert.Equal([cast.Nida.Id], rows.LastUnmatched);

        Round Round(int seed)
        {
            var round = new Round(cast.Programme.Id, cast.Cohort.Id, seed, world.Clock.Now);
            round.Solved(0, [], 0, world.Clock.Now);
            return round;
        }

        static RoundUnmatched Left(Round round, Rabta.People.Person mentee) =>
            new()
            {
                RoundId = round.Id,
                MenteeId = mentee.Id,
                Reason = "all-full",
            };
    }
}

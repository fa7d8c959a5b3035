using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>Rounds for the cast: one in review, in which Huda pinned Zara to Bilal, and one just published.</summary>
public static class CastRounds
{
    /// <summary>Answers the one in review.</summary>
    public static async Task<RoundId> PutRounds(this World world, Cast cast)
    {
        var published = new Round(cast.Programme.Id, cast.Cohort.Id, 1, world.Clock.Now);
        published.Solved(3, [], 0, world.Clock.Now);
        published.Publish(world.Clock.Now, byMail: true, cast.Huda.Id);
        await world.Put(
            published,
            new Pin
            {
                CohortId = cast.Cohort.Id,
                MentorId = cast.Bilal.Id,
                MenteeId = cast.Zara.Id,
                By = cast.Huda.Id,
                At = world.Clock.Now,
            }
        );
        return cast.Round = (await world.Use<RunRound, Ran>(run => run.Run(cast.Cohort.Id, 2, null, default))).Id;
    }
}

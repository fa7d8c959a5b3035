using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>What those say who wait: Zara wishes for both mentors, Bilal for Zara; and what was asked beside the rounds.</summary>
public static class CastWishes
{
    public static Task PutWishes(this World world, Cast cast)
    {
        Wish Wish(Person from, ProgrammeRole role, Person to, int rank) =>
            new()
            {
                CohortId = cast.Cohort.Id,
                From = from.Id,
                FromRole = role,
                To = to.Id,
                Rank = rank,
            };
        return world.Put(
            Wish(cast.Zara, ProgrammeRole.Mentee, cast.Sara, 1),
            Wish(cast.Zara, ProgrammeRole.Mentee, cast.Bilal, 2),
            Wish(cast.Bilal, ProgrammeRole.Mentor, cast.Zara, 1)
        );
    }

    /// <summary>Omar asked Sara and Nida Bilal, who said yes; Zara waits for Bilal's answer.</summary>
    public static async Task PutRequests(this World world, Cast cast, Func<string, string>? letters = null)
    {
        var write = letters ?? (text => text);
        MentorRequest Asks(Person mentee, Person mentor, string why) =>
            new(new(Ids.Source()), cast.Cohort.Id, mentee.Id, mentor.Id, write(why), world.Clock.Now);
        var (omars, nidas, zaras) = (
            Asks(cast.Omar, cast.Sara, "You listen"),
            Asks(cast.Nida, cast.Bilal, "You sing too"),
            Asks(cast.Zara, cast.Bilal, "You waited as well")
        );
        omars.Settle(RequestState.Accepted, write("Gladly"), world.Clock.Now);
        nidas.Settle(RequestState.Accepted, null, world.Clock.Now);
        await world.Put(omars, nidas, zaras);
        (cast.Request, cast.OthersRequest) = (omars.Id, nidas.Id);
    }

    /// <summary>Two recommendations, one of which is to be sorted; an invitation that waits; Amal is trusted too.</summary>
    public static Task PutRecommendations(this World world, Cast cast, Func<string, string>? letters = null)
    {
        var write = letters ?? (text => text);
        return world.Put(
            new Recommendation
            {
                CohortId = cast.Cohort.Id,
                MenteeId = cast.Zara.Id,
                MentorId = cast.Bilal.Id,
                By = write("Tahira"),
                Why = write("Both wait well"),
                MayBeNamed = true,
                At = world.Clock.Now,
            },
            new UnsortedRecommendation
            {
                CohortId = cast.Cohort.Id,
                Mentee = cast.Zara.Name,
                Mentor = cast.Sara.Name,
                By = write("Tahira"),
                Why = write("Both teach"),
                At = world.Clock.Now,
            },
            new RecommenderInvitation
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Nida.Id,
                By = cast.Huda.Id,
                At = world.Clock.Now,
            },
            new Recommender
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Amal.Id,
                At = world.Clock.Now,
            }
        );
    }
}

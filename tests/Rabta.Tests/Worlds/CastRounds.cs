using NodaTime;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>Rounds for the cast: one in review, in which Huda pinned Zara to Bilal, and one just published.</summary>
public static class CastRounds
{
    /// <summary>A coordinator keeps the two together in the next round; Huda, where nobody else is named.</summary>
    public static Pin Pin(this Cast cast, Person mentee, Person mentor, Instant at, Person? by = null) =>
        new()
        {
            CohortId = cast.Cohort.Id,
            MenteeId = mentee.Id,
            MentorId = mentor.Id,
            By = (by ?? cast.Huda).Id,
            At = at,
        };

    /// <summary>A coordinator keeps the two apart.</summary>
    public static Forbid Forbid(this Cast cast, Person mentee, Person mentor, Instant at, Person? by = null) =>
        new()
        {
            CohortId = cast.Cohort.Id,
            MenteeId = mentee.Id,
            MentorId = mentor.Id,
            By = (by ?? cast.Huda).Id,
            At = at,
        };

    /// <summary>Two whose pair is new: neither has accepted anything, and nobody else is in touch with them.</summary>
    public static async Task<(Person Mentor, Person Mentee)> PutNewPair(this World world, Cast cast)
    {
        var (iqra, asad) = (new Person("Iqra", "iqra@college.test"), new Person("Asad", "asad@college.test"));
        await world.Put(iqra, asad, new Mentorship(cast.Programme.Id, cast.Cohort.Id, iqra.Id, asad.Id, [], null, world.Clock.Now));
        return (iqra, asad);
    }

    /// <summary>Answers the one in review.</summary>
    public static async Task<RoundId> PutRounds(this World world, Cast cast)
    {
        var published = new Round(cast.Programme.Id, cast.Cohort.Id, 1, world.Clock.Now);
        published.Solved(3, [], 0, world.Clock.Now);
        published.Publish(world.Clock.Now, byMail: true, cast.Huda.Id);
        await world.Put(published, cast.Pin(cast.Zara, cast.Bilal, world.Clock.Now));
        return cast.Round = (await world.Use<RunRound, Ran>(run => run.Run(cast.Cohort.Id, 2, null, default))).Id;
    }
}

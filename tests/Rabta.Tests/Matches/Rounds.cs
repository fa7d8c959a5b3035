using Microsoft.EntityFrameworkCore;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches;

/// <summary>Short words for what these tests do over and over.</summary>
internal static class Rounds
{
    public static Task<Ran> Match(this World world, Cast cast, long? seed = null) =>
        world.Use<RunRound, Ran>(run => run.Run(cast.Cohort.Id, seed, cast.Huda.Id, default));

    public static Task<Round> Round(this World world, RoundId id) => world.Ask(db => db.Rounds.AsNoTracking().SingleAsync(r => r.Id == id));

    public static Task<List<RoundPair>> Pairs(this World world, RoundId id) =>
        world.Ask(db => db.RoundPairs.AsNoTracking().Where(p => p.RoundId == id).ToListAsync());

    public static async Task<RoundPair?> PairOf(this World world, RoundId id, Person mentee) =>
        (await world.Pairs(id)).SingleOrDefault(p => p.MenteeId == mentee.Id);

    public static Wish Wishes(this Cast cast, Person from, Person to, int rank = 1, ProgrammeRole role = ProgrammeRole.Mentee) =>
        new()
        {
            CohortId = cast.Cohort.Id,
            From = from.Id,
            FromRole = role,
            To = to.Id,
            Rank = rank,
        };

    public static Conflict Conflict(this Cast cast, Person one, Person other) =>
        new()
        {
            CohortId = cast.Cohort.Id,
            One = one.Id,
            Other = other.Id,
        };

    public static Enrolment Enrols(this Cast cast, Person person, ProgrammeRole role, int? places = null) =>
        new()
        {
            CohortId = cast.Cohort.Id,
            PersonId = person.Id,
            Role = role,
            Places = places,
        };

    /// <summary>A question both answer, alike where the two values compare as one.</summary>
    public static async Task Answer(
        this World world,
        Cast cast,
        string heading,
        bool isPrivate,
        Counts counts,
        params (Person Who, string Value)[] answers
    )
    {
        var question = new Question
        {
            CohortId = cast.Cohort.Id,
            Heading = Both.Of(heading),
            Key = heading.ToUpperInvariant(),
            IsPrivate = isPrivate,
            Counts = counts,
        };
        await world.Put(question);
        foreach (var (who, value) in answers)
        {
            var enrolment = await world.Ask(db => db.Enrolments.Where(e => e.PersonId == who.Id).Select(e => e.Id).SingleAsync());
            await world.Put(
                new Answer
                {
                    EnrolmentId = enrolment,
                    QuestionId = question.Id,
                    Values = isPrivate ? [] : [value],
                    PrivateValues = isPrivate ? [value] : [],
                }
            );
        }
    }

    public static Task SetPlaces(this World world, Person mentor, int places) =>
        world.Ask(db => db.Enrolments.Where(e => e.PersonId == mentor.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Places, places)));
}

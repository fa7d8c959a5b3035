using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Ending;

/// <summary>To whom a mentee may move.</summary>
public sealed class MoveMenteeTests
{
    [Theory, OnBoth]
    public async Task A_mentor_takes_as_many_as_they_have_places(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.SetPlaces(cast.Bilal, 1);
        Assert.Equal("move.full", await Refused(world, cast, cast.Bilal));
        await world.SetPlaces(cast.Bilal, 0);
        Assert.Equal("move.full", await Refused(world, cast, cast.Bilal));

        await world.SetPlaces(cast.Bilal, 2);
        Assert.Null(await Move(world, cast, cast.SaraOmar, cast.Bilal));
        Assert.Equal("move.full", (await Move(world, cast, cast.SaraAmal, cast.Bilal))?.Key);
    }

    [Theory, OnBoth]
    public async Task A_mentor_without_a_number_of_their_own_has_the_programmes_and_who_left_takes_no_place(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Ask(db => db.Programmes.ExecuteUpdateAsync(s => s.SetProperty(p => p.PlacesPerMentor, 1)));
        Assert.Equal("move.full", await Refused(world, cast, cast.Bilal));

        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.BilalNida.Id, null, "Exams", cast.Huda.Id, default));

        Assert.Null(await Move(world, cast, cast.SaraOmar, cast.Bilal));
    }

    [Theory, OnBoth]
    public async Task Who_has_a_conflict_is_not_put_together_whoever_is_named_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var conflict in new[] { cast.Conflict(cast.Bilal, cast.Omar), cast.Conflict(cast.Omar, cast.Bilal) })
        {
            await world.Put(conflict);
            Assert.Equal("move.conflict", await Refused(world, cast, cast.Bilal));
            await world.Ask(db => db.Conflicts.ExecuteDeleteAsync());
        }

        // Conflicts of each with others stop nothing.
        await world.Put(cast.Conflict(cast.Bilal, cast.Amal), cast.Conflict(cast.Zara, cast.Omar));
        Assert.Null(await Move(world, cast, cast.SaraOmar, cast.Bilal));
    }

    [Theory, OnBoth]
    public async Task Only_a_mentor_of_the_same_cohort_takes_them(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (guest, next) = (new Person("Iqra", "iqra@college.test"), new Cohort(cast.Programme.Id, Both.Of("2027–28"), 2027));
        await world.Put(guest, next);
        await world.Put(
            new Enrolment
            {
                CohortId = next.Id,
                PersonId = guest.Id,
                Role = ProgrammeRole.Mentor,
            },
            new Enrolment
            {
                CohortId = cast.Cohort.Id,
                PersonId = guest.Id,
                Role = ProgrammeRole.Mentee,
            }
        );

        Assert.Equal("move.no-mentor", await Refused(world, cast, guest));
        Assert.Equal("move.no-mentor", await Refused(world, cast, cast.Zara));
        Assert.Equal("move.no-mentor", await Refused(world, cast, cast.Huda));
        Assert.Equal("move.no-mentor", await Refused(world, cast, new Person("Nobody", null)));
        Assert.Equal("move.same", await Refused(world, cast, cast.Sara));
        Assert.Equal("move.same", await Refused(world, cast, cast.Omar));
    }

    [Theory, OnBoth]
    public async Task A_mentor_of_another_institution_takes_nobody(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);

        Assert.Equal("move.no-mentor", await Refused(colleges.World, colleges.First, colleges.Second.Bilal));
        colleges.World.Institution = colleges.SecondCollege;
        Assert.Equal(
            "mentorship.has-ended",
            (await Move(colleges.World, colleges.First, colleges.First.SaraOmar, colleges.First.Bilal))?.Key
        );
    }

    [Theory, OnBoth]
    public async Task Two_who_move_to_the_last_place_at_once_are_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.SetPlaces(cast.Bilal, 2);

        var answers = await Task.WhenAll(
            new[] { cast.SaraOmar, cast.SaraAmal }.Select(pair => Task.Run(() => Move(world, cast, pair, cast.Bilal)))
        );

        Assert.Equal("move.full", Assert.Single(answers.OfType<Refusal>()).Key);
        Assert.Equal(2, await world.Ask(db => db.Mentorships.CountAsync(m => m.MentorId == cast.Bilal.Id && m.EndedAt == null)));
        Assert.Equal(3, await world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)));
    }

    /// <summary>Moves Omar in vain: the old pair stands as before.</summary>
    private static async Task<string?> Refused(World world, Cast cast, Person to)
    {
        var before = await Fingerprint.Of(world);
        var refusal = await Move(world, cast, cast.SaraOmar, to);
        Assert.Equal(before, await Fingerprint.Of(world));
        return refusal?.Key;
    }

    private static Task<Refusal?> Move(World world, Cast cast, Mentorship pair, Person to) =>
        world.Use<EndMentorship, Refusal?>(end => end.Run(pair.Id, to.Id, "A better hour", cast.Huda.Id, default));
}

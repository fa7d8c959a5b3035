using Rabta.Preferences.Wishing;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Preferences.Wishing;

public sealed class MyEnrolmentsTests
{
    [Theory, OnBoth]
    public async Task The_newest_year_stands_first_whatever_was_entered_first(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var years = new[] { 2025, 2028, 2027 }.Select(year => new Cohort(cast.Programme.Id, Both.Of($"{year}"), year)).ToList();
        foreach (var cohort in years)
            await world.Put(
                cohort,
                new Enrolment
                {
                    CohortId = cohort.Id,
                    PersonId = cast.Bilal.Id,
                    Role = ProgrammeRole.Mentor,
                }
            );

        var mine = await world.Use<SeeMyEnrolments, List<MyEnrolment>>(see => see.All(cast.Bilal.Id, default));
        var recommends = await world.Use<SeeMyEnrolments, List<(CohortId Id, string Name)>>(see => see.Recommends(cast.Bilal.Id, default));

        CohortId[] newest = [years[1].Id, years[2].Id, cast.Cohort.Id, years[0].Id];
        Assert.Equal(newest, mine.Select(m => m.Cohort.Id));
        Assert.Equal(newest, recommends.Select(r => r.Id));
    }

    [Theory, OnBoth]
    public async Task Questions_about_whom_a_mentor_helps_stand_in_their_order_with_answers_that_two_gave(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var heading in new[] { "Sport", "City", "Books" })
            await world.Answer(cast, heading, false, Counts.Alike, (cast.Zara, "b"), (cast.Amal, "b"), (cast.Nida, "a"), (cast.Omar, "A"));

        var choices = await world.Use<SayWhomIHelp, List<HelpChoice>>(say => say.Choices(cast.Cohort.Id, cast.Sara.Id, default));

        Assert.Equal(choices.Select(c => c.Question.Value).Order(), choices.Select(c => c.Question.Value));
        Assert.Equal(3, choices.Count);
        Assert.All(choices, c => Assert.Equal(["a", "b"], c.Values.Select(v => v.Key.ToLowerInvariant())));
    }
}

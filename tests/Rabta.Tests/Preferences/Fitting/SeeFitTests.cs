using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Preferences.Fitting;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Preferences.Fitting;

public sealed class SeeFitTests
{
    [Theory, OnBoth]
    public async Task What_is_shared_speaks_for_two_and_an_open_rule_is_named_a_private_one_is_not(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Answer(cast, "Sport", false, Counts.Alike, (cast.Zara, "Cricket"), (cast.Bilal, "cricket"), (cast.Sara, "Chess"));
        await world.Answer(cast, "Campus", false, Counts.MustEqual, (cast.Zara, "Taxila"), (cast.Sara, "Rawalpindi"));
        await world.Answer(cast, "Faith", true, Counts.MustEqual, (cast.Amal, "one"), (cast.Bilal, "another"));

        var fits = await Of(cast.Zara, ProgrammeRole.Mentee, cast.Sara.Id, cast.Bilal.Id, cast.Omar.Id, cast.Zara.Id);

        Assert.Equal(new[] { cast.Sara.Id, cast.Bilal.Id }.ToHashSet(), fits.Keys.ToHashSet());
        Assert.Equal(["CRICKET"], Assert.Single(fits[cast.Bilal.Id].Reasons).Values!.Select(v => v.ToUpperInvariant()));
        Assert.True(fits[cast.Bilal.Id].MayPair);
        Assert.Empty(fits[cast.Sara.Id].Reasons);
        Assert.Equal(
            ("Campus", true, false),
            (fits[cast.Sara.Id].Heading?.ToString(), fits[cast.Sara.Id].MustBeEqual, fits[cast.Sara.Id].MayPair)
        );
        var amal = (await Of(cast.Bilal, ProgrammeRole.Mentor, cast.Amal.Id))[cast.Amal.Id];
        Assert.Equal((null, false), (amal.Heading, amal.MayPair));
        Assert.Empty(await Of(cast.Zara, ProgrammeRole.Mentee));

        Task<IReadOnlyDictionary<PersonId, Fit>> Of(Rabta.People.Person me, ProgrammeRole role, params PersonId[] others) =>
            world.Use<SeeFit, IReadOnlyDictionary<PersonId, Fit>>(see => see.Run(cast.Cohort.Id, me.Id, role, others, default));
    }

    [Theory, OnBoth]
    public async Task Whoever_begins_is_told_the_wishes_of_both_and_who_recommended_them_and_nothing_of_others(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.PutWishes(cast);
        await world.PutRecommendations(cast);

        Assert.Equal([ReasonKind.MenteesWish, ReasonKind.MentorsWish, ReasonKind.Recommended], await Kinds(cast.Zara, cast.Bilal));
        Assert.Equal([ReasonKind.MenteesWish], await Kinds(cast.Zara, cast.Sara));
        Assert.Empty(await Kinds(cast.Nida, cast.Bilal));
        await world.Ask(db => db.Recommendations.ExecuteUpdateAsync(s => s.SetProperty(r => r.TakenBackAt, world.Clock.Now)));
        Assert.Equal([ReasonKind.MenteesWish, ReasonKind.MentorsWish], await Kinds(cast.Zara, cast.Bilal));

        async Task<IEnumerable<ReasonKind>> Kinds(Rabta.People.Person mentee, Rabta.People.Person mentor)
        {
            var (reasons, mayPair) = await world.Use<SeeFit, (List<Reason> Reasons, bool MayPair)>(see =>
                see.Whole(cast.Cohort.Id, mentee.Id, mentor.Id, default)
            );
            Assert.True(mayPair);
            return reasons.Select(r => r.Kind).Order();
        }
    }
}

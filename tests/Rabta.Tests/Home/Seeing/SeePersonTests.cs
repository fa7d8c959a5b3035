using Microsoft.EntityFrameworkCore;
using Rabta.Home.Seeing;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Notifications;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Home.Seeing;

public sealed class SeePersonTests
{
    [Theory, OnBoth]
    public async Task Staff_see_parts_standing_pairs_and_whether_mails_arrive_never_news_of_the_list(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(Of("rules-changed", Travel.Sent), Of("partner-accepted", Travel.Inside), Of("ended", Travel.Refused));
        await world.Put(
            new Enrolment
            {
                CohortId = cast.Cohort.Id,
                PersonId = cast.Sara.Id,
                Part = Part.Mentee,
            }
        );

        var sara = (await See(world, cast.Sara.Id))!;

        Assert.Equal([Part.Mentor, Part.Mentee], sara.Parts.Select(p => p.Part).Order());
        Assert.All(sara.Parts, p => Assert.Equal("Hamqadam", p.Programme));
        Assert.Equal(
            [("Amal", cast.SaraAmal.Id), ("Omar", cast.SaraOmar.Id)],
            sara.Pairs.Select(p => (p.Partner, p.Id)).OrderBy(p => p.Partner)
        );
        Assert.Equal(["ended", "rules-changed"], sara.Notices.Select(n => n.Kind).Order());
        var omar = (await See(world, cast.Omar.Id))!;
        Assert.Equal(cast.Sara.Id, Assert.Single(omar.Pairs).PartnerId);
        Assert.Empty(omar.Notices);

        await world.Use<Rabta.Mentorships.Ending.EndMentorship, Refusal?>(end =>
            end.Run(cast.SaraOmar.Id, null, "Why", cast.Huda.Id, default)
        );
        Assert.Empty((await See(world, cast.Omar.Id))!.Pairs);
        Assert.Null(await See(world, new(Guid.NewGuid())));

        Notice Of(string kind, Travel travel) =>
            new()
            {
                PersonId = cast.Sara.Id,
                Kind = kind,
                Values = [Several.Plain("1"), Several.Plain("2")],
                Path = "/",
                MadeAt = world.Clock.Now,
                NotBefore = world.Clock.Now,
                Travel = travel,
            };
    }

    private static Task<PersonSeen?> See(World world, PersonId id) => world.Use<SeePerson, PersonSeen?>(see => see.Run(id, default));
}

using Microsoft.EntityFrameworkCore;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Accepting;

public sealed class AcceptRulesTests
{
    [Theory, OnBoth]
    public async Task A_mentor_accepts_once_for_all_mentees(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var sara = await world.SignIn(cast.Sara);

        var page = await sara.Open($"/mentorships/{cast.SaraOmar.Id.Value}");
        await sara.Send(page, "accept");
        var other = await sara.Open($"/mentorships/{cast.SaraAmal.Id.Value}");

        Assert.Contains("Now it is Amal's turn", other.Title);
        Assert.Equal(1, await world.Ask(db => db.Acceptances.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task When_both_have_accepted_the_page_says_to_meet(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        foreach (var person in new[] { cast.Sara, cast.Omar })
        {
            using var phone = await world.SignIn(person);
            await phone.Send(await phone.Open($"/mentorships/{cast.SaraOmar.Id.Value}"), "accept");
        }
        using var omar = await world.SignIn(cast.Omar);

        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}");

        Assert.Equal("Both of you have accepted. Next: meet Sara.", page.Title);
        Assert.Contains("by Monday 28 September 2026", page.Text);
    }

    [Theory, OnBoth]
    public async Task Rules_that_changed_meanwhile_are_not_accepted_unread(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar);
        var page = await omar.Open($"/mentorships/{cast.SaraOmar.Id.Value}");
        await world.Put(new Rabta.Programmes.GroundRules(cast.Programme.Id, 2, Platform("Be kind."), world.Clock.Now));

        var answer = await omar.Send(page, "accept");

        Assert.Contains(answer.Wrong, w => w.Contains("have just changed"));
        Assert.Equal(0, await world.Ask(db => db.Acceptances.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Two_who_accepted_in_other_pairs_may_meet_as_soon_as_they_are_one(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        await world.BothAccept(cast.BilalNida);

        Assert.Null(await world.Use<EndMentorship, Refusal?>(e => e.Run(cast.SaraOmar.Id, cast.Bilal.Id, "Closer", cast.Huda.Id, default)));

        var begun = await world.Ask(db => db.Mentorships.SingleAsync(m => m.MenteeId == cast.Omar.Id && m.EndedAt == null));
        Assert.Equal(world.Clock.Now, begun.BothAcceptedAt);
        Assert.Equal(world.Clock.Now + NodaTime.Duration.FromDays(21), (await world.MeetingsOf(begun)).MeetBy);
    }

    private static Rabta.Platform.Language.Several Platform(string rule) => Both.Of(rule);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Mentorships.Ending;

public sealed class OwnPairTests
{
    [Theory, OnBoth]
    public async Task A_partner_who_coordinates_does_not_hear_who_asked_for_a_change(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var own = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Huda.Id, cast.Zara.Id, [], null, world.Clock.Now);
        await world.Put(own);
        await world.Use<AskForChange, Refusal?>(ask => ask.Run(own.Id, "She never has time", cast.Zara.Id, default));
        using var huda = await world.SignIn(cast.Huda);

        Assert.Equal(HttpStatusCode.NotFound, (await huda.Open($"/mentorships/{own.Id.Value}/arrange")).Status);
        Assert.DoesNotContain("Zara", (await huda.Open("/mentorships?only=change")).Text, StringComparison.Ordinal);
        await world.SendMail();
        Assert.DoesNotContain(world.Emails.Sent, l => l.To == cast.Huda.Address);
        Assert.Equal(
            "ending.own",
            (await world.Use<EndMentorship, Refusal?>(end => end.Run(own.Id, null, "x", cast.Huda.Id, default)))?.Key
        );
    }

    [Theory, OnBoth]
    public async Task Who_parted_is_not_put_together_again_by_a_run(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Put(
            new Rabta.Preferences.Wish
            {
                CohortId = cast.Cohort.Id,
                From = cast.Omar.Id,
                FromRole = Rabta.Programmes.ProgrammeRole.Mentee,
                To = cast.Sara.Id,
                Rank = 1,
            }
        );
        Assert.Null(await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "They asked", cast.Huda.Id, default)));

        var round = (await world.Use<RunRound, Ran>(run => run.Run(cast.Cohort.Id, 1, null, default))).Id;

        Assert.Equal(
            cast.Bilal.Id,
            await world.Ask(db =>
                db.Set<RoundPair>().Where(p => p.RoundId == round && p.MenteeId == cast.Omar.Id).Select(p => p.MentorId).SingleAsync()
            )
        );
    }

    [Theory, OnBoth]
    public async Task Two_coordinators_who_end_a_pair_at_once_end_it_once(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Task.Run(() => world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "x", cast.Huda.Id, default)))
                )
        );

        Assert.Single(answers, a => a is null);
        Assert.Equal(2, await world.Ask(db => db.Set<Rabta.Notifications.Notice>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task After_the_end_a_former_partner_sees_the_name_only(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Use<EndMentorship, Refusal?>(end => end.Run(cast.SaraOmar.Id, null, "x", cast.Huda.Id, default));
        using var sara = await world.SignIn(cast.Sara);

        var page = await sara.Open($"/mentorships/{cast.SaraOmar.Id.Value}");

        Assert.Contains("Omar", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I read", page.Text, StringComparison.Ordinal);
    }
}

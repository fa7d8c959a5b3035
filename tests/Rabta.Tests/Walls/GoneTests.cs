using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Talking;
using Rabta.Care.Waiving;
using Rabta.Goals;
using Rabta.Goals.Commenting;
using Rabta.Goals.Suggesting;
using Rabta.Goals.Writing;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Preferences.Recommending;
using Rabta.Preferences.Requesting;
using Rabta.Preferences.Wishing;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>
/// A reason that several use cases refuse with is told by each of them: what is gone, another's, over, already done or tried too often.
/// </summary>
public sealed class GoneTests
{
    private static readonly (string Key, Func<World, Cast, Task<Refusal?>> Act)[] Refused =
    [
        ("wish.gone", (w, c) => Ask(w, c, c.Zara, c.Zara)),
        ("wish.gone", (w, c) => Ask(w, c, c.Omar, c.Zara)),
        ("wish.not-here", (w, c) => Ask(w, c, c.Sara, c.Huda)),
        ("wish.not-here", (w, c) => w.Use<SayWhomIHelp, Refusal?>(s => s.Run(c.Cohort.Id, [], c.Zara.Id, default))),
        (
            "wish.not-here",
            (w, c) =>
                w.Use<ChangeWishes, Refusal?>(s => s.Run(c.Cohort.Id, ProgrammeRole.Mentee, WishAct.Add, c.Bilal.Id, c.Huda.Id, default))
        ),
        ("goal.gone", (w, c) => w.Use<SettleGoal, Refusal?>(g => g.Run(new(Guid.NewGuid()), GoalState.Done, c.Omar.Id, default))),
        ("goal.gone", (w, c) => w.Use<TickStep, Refusal?>(g => g.Run(new(Guid.NewGuid()), 0, "Read", true, c.Omar.Id, default))),
        ("goal.gone", (w, c) => w.Use<ChangeGoal, Refusal?>(g => g.Run(new(Guid.NewGuid()), new("Read"), c.Omar.Id, default))),
        (
            "goal.gone",
            (w, c) => w.Use<CommentGoal, Refusal?>(g => g.Run(new(Guid.NewGuid()), new(Guid.NewGuid()), "Good", c.Omar.Id, default))
        ),
        ("suggestion.answered", (w, c) => w.Use<AnswerSuggestion, Refusal?>(a => a.Run(new(Guid.NewGuid()), null, c.Omar.Id, default))),
        (
            "suggestion.answered",
            async (w, c) =>
            {
                await w.PutGoals(c);
                var hers = await w.Ask(db => db.GoalSuggestions.FirstAsync(s => s.Taken == null));
                return await w.Use<AnswerSuggestion, Refusal?>(a => a.Run(hers.Id, null, c.Zara.Id, default));
            }
        ),
        (
            "mentorship.has-ended",
            (w, c) => Ended(w, c, () => w.Use<AcceptRules, Refusal?>(a => a.Run(c.SaraOmar.Id, 1, c.Omar.Id, default)))
        ),
        ("mentorship.has-ended", (w, c) => w.Use<AcceptRules, Refusal?>(a => a.Run(c.SaraOmar.Id, 1, c.Zara.Id, default))),
        (
            "mentorship.has-ended",
            (w, c) => Ended(w, c, () => w.Use<AskForChange, Refusal?>(a => a.Run(c.SaraOmar.Id, null, c.Omar.Id, default)))
        ),
        (
            "mentorship.has-ended",
            (w, c) => Ended(w, c, () => w.Use<ShareMyPhone, Refusal?>(s => s.Run(c.SaraOmar.Id, true, "0300 1234567", c.Omar.Id, default)))
        ),
        (
            "mentorship.has-ended",
            (w, c) => Ended(w, c, () => w.Use<WaiveInPerson, Refusal?>(i => i.Run(c.SaraOmar.Id, "Far away", c.Huda.Id, default)))
        ),
        (
            "mentorship.has-ended",
            (w, c) => Ended(w, c, () => w.Use<PlanTalk, Refusal?>(t => t.Run(c.SaraOmar.Id, InTwoDays(w), c.Huda.Id, default)))
        ),
        ("mentorship.has-ended", (w, c) => Ended(w, c, () => End(w, c, c.SaraOmar, c.Bilal))),
        ("ending.own", (w, c) => Own(w, c, pair => w.Use<PlanTalk, Refusal?>(t => t.Run(pair.Id, InTwoDays(w), c.Huda.Id, default)))),
        ("ending.own", (w, c) => Own(w, c, pair => w.Use<WaiveInPerson, Refusal?>(i => i.Run(pair.Id, "Far away", c.Huda.Id, default)))),
        ("ending.own", (w, c) => Own(w, c, pair => End(w, c, pair, null))),
        ("sign-in.bad-address", (w, _) => w.Use<AskForLink, Refusal?>(a => a.Run("nowhere", null, null, default))),
        (
            "sign-in.too-often",
            async (w, _) =>
            {
                for (var i = 0; i < SignInRateLimit.PerAddress; i++)
                    await w.Use<UsePassword, Refusal?>(p => p.Run("omar@college.test", "guessed", $"{i}", default));
                return await w.Use<UsePassword, Refusal?>(p => p.Run("omar@college.test", "guessed", "else", default));
            }
        ),
        (
            "password.wrong",
            async (w, c) =>
            {
                (await w.SignIn(c.Omar)).Dispose();
                Assert.Null(await w.Use<SetPassword, Refusal?>(s => s.Run(c.Omar.Id, "some long words of his", default)));
                return await w.Use<UsePassword, Refusal?>(p => p.Run(c.Omar.Address, "some long words of hers", null, default));
            }
        ),
        (
            "recommend.too-often",
            async (w, _) =>
            {
                for (var i = 0; i < SignInRateLimit.PerAddress; i++)
                    await ByLink(w);
                return await ByLink(w);
            }
        ),
        ("remind.not-this", (w, c) => w.Remind(c.SaraOmar.Id, Waits.AsksForChange, c.Huda.Id)),
        ("remind.settled", (w, c) => w.Remind(c.SaraOmar.Id, Waits.NotMet, c.Huda.Id)),
        ("remind.settled", (w, c) => w.RemindAll(Waits.NotMet, c.Huda.Id)),
    ];

    public static TheoryData<string, int> Every => [.. Refused.Select((r, i) => new TheoryDataRow<string, int>(r.Key, i))];

    [Theory, MemberData(nameof(Every))]
    public async Task It_is_refused_for_this_reason(string key, int which)
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);

        Assert.Equal(key, (await Refused[which].Act(world, cast))?.Key);
    }

    private static Task<Refusal?> Ask(World world, Cast cast, Rabta.People.Person mentor, Rabta.People.Person me) =>
        world.Use<AskMentor, Refusal?>(a => a.Run(new(Guid.NewGuid()), cast.Cohort.Id, mentor.Id, "You explain well", me.Id, default));

    private static Task<Refusal?> End(World world, Cast cast, Mentorship pair, Rabta.People.Person? moveTo) =>
        world.Use<EndMentorship, Refusal?>(end => end.Run(pair.Id, moveTo?.Id, "Why", cast.Huda.Id, default));

    private static async Task<Refusal?> Ended(World world, Cast cast, Func<Task<Refusal?>> act)
    {
        Assert.Null(await End(world, cast, cast.SaraOmar, null));
        return await act();
    }

    private static async Task<Refusal?> Own(World world, Cast cast, Func<Mentorship, Task<Refusal?>> act)
    {
        var own = new Mentorship(cast.Programme.Id, cast.Cohort.Id, cast.Huda.Id, cast.Zara.Id, [], null, world.Clock.Now);
        await world.Put(own);
        return await act(own);
    }

    private static LocalDate InTwoDays(World world) => world.Clock.Now.InUtc().Date.PlusDays(2);

    private static Task<Refusal?> ByLink(World world) =>
        world.Use<Recommend, Refusal?>(r => r.ByLink("nothing", new("Omar", "Bilal", "Why", false, false), null, default));
}

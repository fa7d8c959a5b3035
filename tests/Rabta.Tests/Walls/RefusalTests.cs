using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Care.Waiving;
using Rabta.Goals;
using Rabta.Goals.Writing;
using Rabta.Importing.Drafting;
using Rabta.Matches;
using Rabta.Matches.Publishing;
using Rabta.Matches.Reviewing;
using Rabta.Matches.Running;
using Rabta.Meetings.Telling;
using Rabta.Meetings.Terms;
using Rabta.Mentorships.Accepting;
using Rabta.People;
using Rabta.People.SigningIn;
using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Preferences.Preferring;
using Rabta.Preferences.Recommending;
using Rabta.Preferences.Requesting;
using Rabta.Programmes;
using Rabta.Tests.Architecture;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Whatever is refused is refused for the reason that is told: every key of a refusal is asked for by a test.</summary>
public sealed partial class RefusalTests
{
    /// <summary>What a cohort put as a problem can't be: for a fault of ours.</summary>
    private static readonly string[] Unreachable = ["contradiction.other"];

    private static readonly string Long = new('x', 2000);

    /// <summary>What a form that people fill in does not send, or sends late: things that are gone, empty and overlong words.</summary>
    private static readonly (string Key, Func<World, Cast, Task<Refusal?>> Act)[] Refused =
    [
        ("round.gone", (w, c) => w.Use<PublishRound, Refusal?>(p => p.Run(new(Guid.NewGuid()), false, c.Huda.Id, default))),
        ("round.gone", (w, c) => w.Use<TakeBackRound, Refusal?>(t => t.Run(new(Guid.NewGuid()), c.Huda.Id, default))),
        ("round.gone", (w, c) => w.Use<SendTest, Refusal?>(t => t.Run(new(Guid.NewGuid()), c.Huda.Id, default))),
        ("round.gone", (w, c) => w.Use<UndoChange, Refusal?>(u => u.Run(new(Guid.NewGuid()), 1, c.Huda.Id, default))),
        (
            "round.gone",
            (w, c) => w.Use<ChangePair, Refusal?>(p => p.Run(new(Guid.NewGuid()), 1, c.Zara.Id, Change.Pin, null, c.Huda.Id, default))
        ),
        (
            "move.nobody",
            async (w, c) =>
            {
                await w.Put(c.Wishes(c.Zara, c.Bilal));
                var round = (await w.Match(c)).Id;
                var version = (await w.Round(round)).Version;
                return await w.Use<ChangePair, Refusal?>(p => p.Run(round, version, c.Zara.Id, Change.Move, c.Omar.Id, c.Huda.Id, default));
            }
        ),
        (
            "take-back.not-published",
            async (w, c) =>
            {
                await w.Put(c.Wishes(c.Zara, c.Bilal));
                var round = (await w.Match(c)).Id;
                return await w.Use<TakeBackRound, Refusal?>(t => t.Run(round, c.Huda.Id, default));
            }
        ),
        (
            "publish.nobody",
            async (w, c) =>
            {
                await w.SetPlaces(c.Bilal, 0);
                await w.SetPlaces(c.Sara, 0);
                var round = (await w.Match(c)).Id;
                return await w.Use<PublishRound, Refusal?>(p => p.Run(round, true, c.Huda.Id, default));
            }
        ),
        ("run.no-cohort", async (w, c) => (await w.Use<RunRound, Ran>(r => r.Run(new(Guid.NewGuid()), null, c.Huda.Id, default))).Refusal),
        (
            "run.nobody",
            async (w, c) =>
            {
                var empty = new Cohort(c.Programme.Id, Both.Of("2031–32"), 2031);
                await w.Put(empty);
                return (await w.Use<RunRound, Ran>(r => r.Run(empty.Id, null, c.Huda.Id, default))).Refusal;
            }
        ),
        ("ask.long", (w, c) => Ask(w, c, Long)),
        (
            "ask.full",
            async (w, c) =>
            {
                await w.SetPlaces(c.Sara, 0);
                return await Ask(w, c, "You explain well");
            }
        ),
        ("wish.not-here", (w, c) => w.Use<SavePrivatePreferences, Refusal?>(p => p.Run(c.Cohort.Id, [], c.Huda.Id, default))),
        ("comfort.of-whom", (w, c) => Prefer(w, c, new(Aspect.Religion, [], Strength.Preferred, false, []))),
        ("comfort.like-whom", (w, c) => Prefer(w, c, new(Aspect.Religion, [], Strength.Required, true, []))),
        ("comfort.many", (w, c) => Prefer(w, c, new(Aspect.Religion, [], null, false, [.. Enumerable.Repeat("x", 13)]))),
        ("comfort.long", (w, c) => Prefer(w, c, new(Aspect.Religion, [Long], null, false, []))),
        ("goal.too-long", (w, c) => Write(w, c, new(Long))),
        ("goal.step-too-long", (w, c) => Write(w, c, new("Read", Steps: Long))),
        ("import.begun", (w, c) => w.Use<SettleColumns, Refusal?>(s => s.Run(new(Guid.NewGuid()), [], [], false, false, default))),
        ("invite.no-name", (w, c) => Invite(w, c.Cohort.Id, c, " ", "tahira@elsewhere.test")),
        ("invite.no-address", (w, c) => Invite(w, c.Cohort.Id, c, "Tahira", "nowhere")),
        ("invite.gone", (w, c) => Invite(w, new(Guid.NewGuid()), c, "Tahira", "tahira@elsewhere.test")),
        (
            "invite.many",
            async (w, c) =>
            {
                for (var i = 0; ; i++)
                    if (await Invite(w, c.Cohort.Id, c, "Tahira", $"tahira{i}@elsewhere.test") is { } no)
                        return no;
            }
        ),
        ("link.unknown", (w, c) => w.Use<UseLink, Refusal?>(u => u.Run("nothing", default))),
        ("link.expired", (w, c) => Enter(w, c, after: Duration.FromDays(400))),
        ("password.both", (w, c) => w.Use<UsePassword, Refusal?>(u => u.Run("omar@college.test", "", null, default))),
        ("password.wrong", (w, c) => w.Use<UsePassword, Refusal?>(u => u.Run("omar@college.test", "some long words", null, default))),
        ("password.short", (w, c) => w.Use<SetPassword, Refusal?>(s => s.Run(c.Omar.Id, "short", default))),
        ("sign-in.no-address", (w, c) => w.Use<AskForLink, Refusal?>(a => a.Run(" ", null, null, default))),
        (
            "sign-in.too-often",
            async (w, c) =>
            {
                for (var i = 0; i < SignInRateLimit.PerAddress; i++)
                    Assert.Null(await w.Use<AskForLink, Refusal?>(a => a.Run("omar@college.test", $"{i}", null, default)));
                return await w.Use<AskForLink, Refusal?>(a => a.Run("omar@college.test", "else", null, default));
            }
        ),
        ("recommend.no-names", (w, c) => Recommend(w, c, new("", "Bilal", "They laugh", false, false))),
        ("recommend.long", (w, c) => Recommend(w, c, new("Omar", "Bilal", Long, false, false))),
        (
            "recommend.unknown",
            (w, c) => w.Use<Recommend, Refusal?>(r => r.ByLink("nothing", new("Omar", "Bilal", "Why", false, false), null, default))
        ),
        (
            "recommend.too-often",
            async (w, c) =>
            {
                for (var i = 0; i < SignInRateLimit.PerAddress; i++)
                    await Recommend(w, c, new("Omar", "Bilal", "They laugh", false, false));
                return await Recommend(w, c, new("Omar", "Bilal", "They laugh", false, false));
            }
        ),
        ("sort.gone", (w, c) => w.Use<SortRecommendation, Refusal?>(s => s.Sort(new(Guid.NewGuid()), "Omar", "Bilal", c.Huda.Id, default))),
        (
            "take.past",
            async (w, c) =>
            {
                await w.BothAccept(c.SaraOmar);
                var at = w.In(1);
                Assert.Null(await w.Suggest(c.SaraOmar, c.Sara.Id, Rabta.Meetings.MeetingActs.Propose, CastMeetings.Offer(at)));
                w.Clock.Pass(Duration.FromDays(2));
                return await w.Take(c.SaraOmar, c.Omar.Id, at);
            }
        ),
        (
            "term.backwards",
            (w, c) =>
                w.Use<KeepTermDates, Refusal?>(k =>
                    k.Add(
                        new(Guid.NewGuid()),
                        Rabta.Meetings.Terms.TermDateKind.Exams,
                        Both.Of("Exams"),
                        new(2026, 12, 2),
                        new(2026, 12, 1),
                        c.Huda.Id,
                        default
                    )
                )
        ),
        ("waive.no-reason", (w, c) => w.Use<WaiveInPerson, Refusal?>(i => i.Run(c.SaraOmar.Id, " ", c.Huda.Id, default))),
        ("rules.newer", (w, c) => w.Use<AcceptRules, Refusal?>(a => a.Run(c.SaraOmar.Id, 2, c.Omar.Id, default))),
        (
            "test.no-address",
            async (w, c) =>
            {
                await w.Put(c.Wishes(c.Zara, c.Bilal));
                var round = (await w.Match(c)).Id;
                var nobody = new Person("Iqra", null);
                await w.Put(nobody);
                return await w.Use<SendTest, Refusal?>(t => t.Run(round, nobody.Id, default));
            }
        ),
        (
            "link.used",
            async (w, c) =>
            {
                var (link, secret) = SignInLink.Make(c.Omar.Id, LinkFor.Slip, w.Clock.Now);
                await w.Put(link);
                await w.Ask(db => db.SignInLinks.ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, w.Clock.Now)));
                return await w.Use<UseLink, Refusal?>(u => u.Run(secret, default));
            }
        ),
        (
            "note.other",
            async (w, c) =>
            {
                await w.Meet(c.SaraOmar);
                var id = (await w.Newest(c.SaraOmar))!.Id;
                Assert.Null(await w.Use<WriteNotes, Refusal?>(n => n.Run(id, "Chapter four", "", null, c.Sara.Id, default)));
                return await w.Use<WriteNotes, Refusal?>(n => n.Run(id, "Chapter five", "", null, c.Omar.Id, default));
            }
        ),
        (
            "publish.faults",
            (w, c) =>
            {
                var round = new Round(c.Programme.Id, c.Cohort.Id, 1, w.Clock.Now);
                round.Solved(0, [], 2, w.Clock.Now);
                return Task.FromResult(round.MayPublish());
            }
        ),
        (
            "contradiction.PinsOverPlaces",
            async (w, c) =>
            {
                await w.SetPlaces(c.Bilal, 1);
                return await Pinned(w, c, c.Zara);
            }
        ),
    ];

    public static TheoryData<string, int, Engine> Every =>
        [
            .. Refused
                .Select((r, i) => (r.Key, i))
                .SelectMany(r =>
                    new[] { Engine.Sqlite, Engine.Postgres }.Select(on => new TheoryDataRow<string, int, Engine>(r.Key, r.i, on))
                ),
        ];

    [Theory, MemberData(nameof(Every))]
    public async Task It_is_refused_for_this_reason(string key, int which, Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);

        Assert.Equal(key, (await Refused[which].Act(world, cast))?.Key);
    }

    [Fact]
    public void Every_reason_is_asked_for_by_a_test()
    {
        var asked = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Code.Root.FullName, "tests"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );

        Assert.Empty(
            Source
                .Files(".cs")
                .Where(file => Source.Name(file).StartsWith("src/Rabta/", StringComparison.Ordinal))
                .Select(File.ReadAllText)
                .Where(code => Refuses().IsMatch(code))
                .SelectMany(code => Keys().Matches(code).Select(m => m.Groups[1].Value))
                .Distinct()
                .Except(Unreachable)
                .Where(key => !asked.Contains($"\"{key}\"", StringComparison.Ordinal))
        );
    }

    private static Task<Refusal?> Ask(World world, Cast cast, string why) =>
        world.Use<AskMentor, Refusal?>(a => a.Run(new(Guid.NewGuid()), cast.Cohort.Id, cast.Sara.Id, why, cast.Zara.Id, default));

    private static Task<Refusal?> Prefer(World world, Cast cast, MyPreference said) =>
        world.Use<SavePrivatePreferences, Refusal?>(s => s.Run(cast.Cohort.Id, [said], cast.Zara.Id, default));

    private static async Task<Refusal?> Write(World world, Cast cast, GoalWords words)
    {
        await world.BothAccept(cast.SaraOmar);
        return await world.Use<WriteGoal, Refusal?>(w => w.Run(new(Guid.NewGuid()), cast.SaraOmar.Id, words, cast.Omar.Id, default));
    }

    private static Task<Refusal?> Invite(World world, CohortId cohort, Cast cast, string name, string address) =>
        world.Use<InviteRecommender, Refusal?>(i => i.Run(new(Guid.NewGuid()), cohort, name, address, null, cast.Huda.Id, default));

    private static Task<Refusal?> Recommend(World world, Cast cast, TypedRecommendation typed) =>
        world.Use<Recommend, Refusal?>(r => r.AsMember(cast.Cohort.Id, typed, cast.Sara.Id, null, default));

    private static async Task<Refusal?> Enter(World world, Cast cast, Duration after)
    {
        var (link, secret) = SignInLink.Make(cast.Omar.Id, LinkFor.Slip, world.Clock.Now);
        await world.Put(link);
        world.Clock.Pass(after);
        return await world.Use<UseLink, Refusal?>(u => u.Run(secret, default));
    }

    private static async Task<Refusal?> Pinned(World world, Cast cast, Person mentee)
    {
        await world.Put(cast.Pin(mentee, cast.Bilal, world.Clock.Now));
        return (await world.Match(cast)).Refusal;
    }

    [GeneratedRegex("""(?:return|=>|\?|:|Nothing\()\s*new(?: Refusal)?\("([a-z][\w-]*\.[\w.-]+)""" + "\"")]
    private static partial Regex Keys();

    [GeneratedRegex(@"Refusal\??[ >]")]
    private static partial Regex Refuses();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Care;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Meetings.Telling;
using Rabta.Mentorships;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Architecture;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.States;

/// <summary>Every state, every act, every role: the table says what happens, and it does.</summary>
public sealed class StateTableTests
{
    public static TheoryData<Engine, PairState> Everywhere()
    {
        var data = new TheoryData<Engine, PairState>();
        foreach (var engine in Enum.GetValues<Engine>())
        foreach (var state in Enum.GetValues<PairState>())
            data.Add(engine, state);
        return data;
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Who_may_does_and_who_may_not_changes_nothing(Engine on, PairState state)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var wrong = new List<string>();
        Mentorship? pair = null;
        string? print = null;
        foreach (var act in await Registered(world))
        foreach (var role in RolesOf(act))
        {
            // What is waived is the first meeting: there must not have been one.
            if (act == CareActs.Waive)
                pair = null;
            if (pair is null)
                (pair, print) = (await Bring(world, cast, state, met: act != CareActs.Waive), null);
            var by = role switch
            {
                "mentee" => pair.MenteeId,
                "mentor" => pair.MentorId,
                "coordinator" => cast.Huda.Id,
                _ => cast.Zara.Id,
            };
            var allowed =
                role == "coordinator" ? act.WhoMay(state) == Who.Coordinator : role != "stranger" && Expected(state, act, role == "mentor");
            if (!allowed)
                print ??= await Fingerprint(world, pair);

            var refusal = await Acts.Do(world, pair, act, by);

            if (refusal is null != allowed)
                wrong.Add($"{state}, {act} by the {role}: {refusal?.Key ?? "done"}, the table says {(allowed ? "done" : "refused")}");
            if (!allowed)
            {
                var after = await Fingerprint(world, pair);
                if (after != print)
                    wrong.Add($"{state}, {act} by the {role}: refused, and yet something changed");
                print = after;
            }
            if (allowed || act == CareActs.Waive)
                pair = null;
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task The_table_in_the_documentation_is_the_one_of_the_code()
    {
        var file = Path.Combine(Code.Root.FullName, "docs", "states.md");
        await using var world = await World.On(Engine.Sqlite);
        var drawn = StateTable.Draw(await Registered(world));
        // How the file is written: RABTA_DRAW=1 bin/test tests/Rabta.Tests/Meetings
        if (Environment.GetEnvironmentVariable("RABTA_DRAW") == "1")
            await File.WriteAllTextAsync(file, drawn);

        Assert.Equal(drawn, await File.ReadAllTextAsync(file));
    }

    // The gate keeps everyone else from coordinators' acts; one who is one of the two is refused by the act itself.
    private static string[] RolesOf(Act act) =>
        Enum.GetValues<PairState>().Any(state => act.WhoMay(state) == Who.Coordinator)
            ? ["coordinator", "mentee", "mentor"]
            : ["mentee", "mentor", "stranger", "coordinator"];

    // The mentor offered in all states of the fixture, and has told what came of the meeting that is over.
    private static bool Expected(PairState state, Act act, bool mentor) =>
        act == PairActs.SayCantTakeOn || act == PairActs.AskForChange
            ? PairActs.SayCantTakeOn.May(state, mentor, mentor) || PairActs.AskForChange.May(state, mentor, mentor)
            : act.May(state, mentor, state == PairState.Proposed ? mentor : !mentor);

    private static Task<IReadOnlyList<Act>> Registered(World world) =>
        world.Use<IServiceProvider, IReadOnlyList<Act>>(get => Task.FromResult<IReadOnlyList<Act>>([.. get.GetServices<Act>()]));

    private static async Task<Mentorship> Bring(World world, Cast cast, PairState state, bool met)
    {
        var (mentor, mentee) = (Person("Mentor"), Person("Mentee"));
        var pair = new Mentorship(cast.Programme.Id, cast.Cohort.Id, mentor.Id, mentee.Id, [], null, world.Clock.Now);
        await world.Put(mentor, mentee, pair);
        // With one meeting behind them, so that notes have something to be about.
        if (met && state is (PairState.Proposed or PairState.Planned or PairState.Begun))
            await world.Meet(pair);
        else if (state is PairState.Proposed or PairState.Planned or PairState.Begun)
            await world.BothAccept(pair);
        if (state is PairState.BothAccepted)
            await world.Meet(pair, Outcome.Missed);
        else if (state is PairState.Ended)
        {
            await world.Meet(pair);
            Assert.Null(await world.Use<EndMentorship, Refusal?>(e => e.Run(pair.Id, null, "x", cast.Huda.Id, default)));
        }
        else if (state is PairState.UnderWay or PairState.Published)
            await world.Bring(pair, state);
        else if (state is PairState.Proposed)
            Assert.Null(await world.Suggest(pair, pair.MentorId, MeetingActs.Propose, CastMeetings.Offer(world.In(2), world.In(3))));
        else
        {
            var at = await world.Plan(pair);
            world.Clock.Now = state == PairState.Begun ? at + NodaTime.Duration.FromMinutes(5) : at - NodaTime.Duration.FromHours(3);
        }
        return pair;

        static Person Person(string name) => new(name, $"{Guid.NewGuid():N}@college.test") { Phone = "0300 1234567" };
    }

    private static async Task<string> Fingerprint(World world, Mentorship pair)
    {
        var row = await world.Ask(db =>
        {
            // Named before: within the query EF Core would compile each call anew, every time.
            var (meetings, care, answers, points, notes) = (
                db.PairMeetings,
                db.PairCare,
                db.MeetingAnswers,
                db.TalkingPoints,
                db.Set<OwnNote>()
            );
            var (shares, changes, acceptances) = (db.PhoneShares, db.ChangeRequests, db.Set<Acceptance>());
            var (goals, suggestions) = (db.Goals, db.GoalSuggestions);
            return db
                .Mentorships.Where(m => m.Id == pair.Id)
                .Select(m => new
                {
                    Waivers = meetings.Count(p => p.WaivedAt != null),
                    Talks = care.Count(c => c.TalkOn != null),
                    m.MenteeAccepted,
                    m.MentorAccepted,
                    Met = meetings.Count(p => p.FirstMetAt != null),
                    m.EndedAt,
                    Answers = answers.Count(),
                    Points = points.Count(),
                    Notes = notes.Count(),
                    Shares = shares.Count(),
                    Changes = changes.Count(),
                    Acceptances = acceptances.Count(),
                    Goals = goals.Count(),
                    Suggestions = suggestions.Count(),
                })
                .SingleAsync();
        });
        var newest = await world.Newest(pair);
        return $"{row} {newest?.Id} {newest?.Revision} {newest?.State} {newest?.MentorLateAt} {newest?.MenteeLateAt}";
    }
}

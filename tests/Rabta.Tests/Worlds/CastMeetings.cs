using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Telling;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Tests.Worlds;

/// <summary>Takes a pair of the cast as far as a test needs it, through the use cases.</summary>
public static class CastMeetings
{
    public const string Zoom = "https://us02web.zoom.us/j/123";

    public static Suggestion Offer(params Instant[] times) => new(MeetingFormat.InPerson, "Block B", null, null, times);

    public static Suggestion Online(params Instant[] times) => new(MeetingFormat.Online, null, Zoom, null, times);

    public static Instant In(this World world, int days, int hours = 0) =>
        world.Clock.Now + Duration.FromDays(days) + Duration.FromHours(hours);

    /// <summary>Someone lives in another time zone.</summary>
    public static Task Move(this World world, Person person, string zone) =>
        world.Ask(db => db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Zone, zone)));

    public static async Task BothAccept(this World world, Mentorship pair)
    {
        foreach (var person in new[] { pair.MentorId, pair.MenteeId })
            Assert.Null(await world.Use<AcceptRules, Refusal?>(a => a.Run(pair.Id, 1, person, default)));
    }

    public static Task<Meeting?> Newest(this World world, Mentorship pair) =>
        world.Ask(db => db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.MentorshipId == pair.Id && m.FollowedAt == null));

    public static async Task<int> Revision(this World world, Mentorship pair) => (await world.Newest(pair))?.Revision ?? 0;

    public static async Task<Refusal?> Suggest(
        this World world,
        Mentorship pair,
        PersonId by,
        Act act,
        Suggestion suggestion,
        int? seen = null
    )
    {
        var newest = await world.Newest(pair);
        var id = act == MeetingActs.Propose ? new MeetingId(Ids.Source()) : newest!.Id;
        return await world.Use<SuggestTimes, Refusal?>(s =>
            s.Run(pair.Id, act, id, suggestion, null, seen ?? newest?.Revision ?? 0, by, default)
        );
    }

    public static async Task<Refusal?> Take(this World world, Mentorship pair, PersonId by, Instant time, int? seen = null)
    {
        var revision = seen ?? await world.Revision(pair);
        return await world.Use<TakeTime, Refusal?>(t => t.Run(pair.Id, time, revision, by, default));
    }

    public static async Task<Refusal?> CallOff(
        this World world,
        Mentorship pair,
        PersonId by,
        Act act,
        string? line = null,
        int? seen = null
    )
    {
        var revision = seen ?? await world.Revision(pair);
        return await world.Use<CallOff, Refusal?>(c => c.Run(pair.Id, act, line, revision, by, default));
    }

    public static async Task<Refusal?> Tell(this World world, Mentorship pair, PersonId by, Outcome outcome, MeetingFormat? mode = null)
    {
        var newest = await world.Newest(pair);
        return await world.Use<RecordWhatCame, Refusal?>(t => t.Run(newest?.Id ?? default, outcome, mode, by, default));
    }

    /// <summary>The mentor offers a time in two days, the mentee takes it.</summary>
    public static async Task<Instant> Plan(this World world, Mentorship pair, Suggestion? suggestion = null)
    {
        var at = world.In(2);
        Assert.Null(await world.Suggest(pair, pair.MentorId, MeetingActs.Propose, suggestion ?? Offer(at)));
        Assert.Null(await world.Take(pair, pair.MenteeId, at));
        return at;
    }

    /// <summary>They accept, plan, and meet in two days' time.</summary>
    public static async Task Meet(this World world, Mentorship pair, Outcome outcome = Outcome.Held)
    {
        if ((await world.Ask(db => db.Mentorships.AsNoTracking().SingleAsync(m => m.Id == pair.Id))).BothAcceptedAt is null)
            await world.BothAccept(pair);
        var at = await world.Plan(pair);
        world.Clock.Now = at + Duration.FromHours(1);
        Assert.Null(await world.Tell(pair, pair.MentorId, outcome));
    }

    /// <summary>Brings a pair into a state; the mentor has offered where someone has.</summary>
    public static async Task Bring(this World world, Mentorship pair, PairState state)
    {
        if (state == PairState.Published)
            return;
        if (state is PairState.UnderWay)
        {
            await world.Meet(pair);
            return;
        }
        await world.BothAccept(pair);
        if (state is PairState.Proposed)
            Assert.Null(await world.Suggest(pair, pair.MentorId, MeetingActs.Propose, Offer(world.In(2), world.In(3))));
        if (state is not (PairState.Planned or PairState.Begun))
            return;
        var at = await world.Plan(pair);
        if (state == PairState.Begun)
            world.Clock.Now = at + Duration.FromMinutes(5);
    }
}

using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.States;

/// <summary>Two people act at the same moment: one is done, the other is told kindly what happened instead.</summary>
public sealed class AtTheSameMomentTests
{
    /// <summary>Mentor's act, mentee's act, and the states either may leave behind. The mentor has offered where someone has.</summary>
    private static readonly (PairState From, Act Mentor, Act Mentee, MeetingState[] Ends)[] Contradictions =
    [
        (PairState.Proposed, MeetingActs.Withdraw, MeetingActs.Take, [MeetingState.Withdrawn, MeetingState.Planned]),
        (PairState.Proposed, MeetingActs.Withdraw, MeetingActs.OfferOthers, [MeetingState.Withdrawn, MeetingState.Proposed]),
        (PairState.Planned, MeetingActs.Cancel, MeetingActs.Move, [MeetingState.Cancelled, MeetingState.Proposed]),
        (PairState.Planned, MeetingActs.Move, MeetingActs.Move, [MeetingState.Proposed]),
        (PairState.BothAccepted, MeetingActs.Propose, MeetingActs.Propose, [MeetingState.Proposed]),
    ];

    [Theory, OnBoth]
    public async Task Fifty_contradictions_end_in_one_state_each(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var pairs = new List<(Mentorship Pair, int Kind, int Seen)>();
        for (var i = 0; i < 50; i++)
        {
            var (mentor, mentee) = (new Person($"M{i}", null), new Person($"E{i}", null));
            var pair = new Mentorship(cast.Programme.Id, cast.Cohort.Id, mentor.Id, mentee.Id, [], null, world.Clock.Now);
            await world.Put(mentor, mentee, pair);
            await world.Bring(pair, Contradictions[i % Contradictions.Length].From);
            pairs.Add((pair, i % Contradictions.Length, await world.Revision(pair)));
        }

        var ends = await Task.WhenAll(
            pairs.Select(async p =>
            {
                var (from, mentors, mentees, allowed) = Contradictions[p.Kind];
                var both = await Task.WhenAll(
                    Task.Run(() => Do(world, p.Pair, mentors, p.Pair.MentorId, p.Seen)),
                    Task.Run(() => Do(world, p.Pair, mentees, p.Pair.MenteeId, p.Seen))
                );
                return (p.Pair, allowed, both);
            })
        );

        foreach (var (pair, allowed, both) in ends)
        {
            Assert.Single(both, r => r is null);
            var loser = Assert.Single(both, r => r is not null)!;
            var newest = (await world.Newest(pair))!;
            Assert.Contains(newest.State, allowed);
            Assert.Equal($"now.{newest.State}.theirs", loser.Key);
        }
    }

    [Theory, OnBoth]
    public async Task Both_tell_what_came_at_once_and_both_answers_stay(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.Bring(cast.SaraOmar, PairState.Begun);

        var both = await Task.WhenAll(
            Task.Run(() => world.Tell(cast.SaraOmar, cast.Sara.Id, Outcome.Held)),
            Task.Run(() => world.Tell(cast.SaraOmar, cast.Omar.Id, Outcome.Missed))
        );

        Assert.All(both, Assert.Null);
        Assert.True((await world.Newest(cast.SaraOmar))!.RememberedDifferently);
    }

    private static Task<Refusal?> Do(World world, Mentorship pair, Act act, PersonId by, int seen) =>
        act == MeetingActs.Take ? world.Take(pair, by, world.In(2), seen)
        : act == MeetingActs.Withdraw || act == MeetingActs.Cancel ? world.CallOff(pair, by, act, null, seen)
        : world.Suggest(pair, by, act, CastMeetings.Offer(world.In(5)), seen);
}

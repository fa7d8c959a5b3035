using Microsoft.EntityFrameworkCore;
using Rabta.Care;
using Rabta.Care.Talking;
using Rabta.Care.Waiving;
using Rabta.Goals;
using Rabta.Goals.Suggesting;
using Rabta.Goals.Writing;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.Telling;
using Rabta.Mentorships;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Meetings.States;

/// <summary>Every act of the table, really done.</summary>
internal static class Acts
{
    public static async Task<Refusal?> Do(World world, Mentorship pair, Act act, PersonId by)
    {
        switch (act.Name)
        {
            case nameof(PairActs.AcceptRules):
                return await world.Use<AcceptRules, Refusal?>(a => a.Run(pair.Id, 1, by, default));
            case nameof(PairActs.SayCantTakeOn) or nameof(PairActs.AskForChange):
                return await world.Use<AskForChange, Refusal?>(a => a.Run(pair.Id, "x", by, default));
            case nameof(MeetingActs.Propose) or nameof(MeetingActs.OfferOthers) or nameof(MeetingActs.Move):
                return await Suggest(world, pair, act, by);
            case nameof(MeetingActs.Take):
                return await world.Take(pair, by, (await world.Newest(pair))?.Times[0] ?? default);
            case nameof(MeetingActs.Decline) or nameof(MeetingActs.Withdraw) or nameof(MeetingActs.Cancel):
                return await world.CallOff(pair, by, act);
            case nameof(MeetingActs.SayLate):
                return await world.Use<SayLate, Refusal?>(s => s.Run(pair.Id, by, default));
            // As it was told by the first: the same again is harmless.
            case nameof(MeetingActs.RecordWhatCame):
                return await world.Tell(pair, by, (await world.Newest(pair))?.Outcome ?? Outcome.Held);
            case nameof(MeetingActs.AddPoint):
                return await world.Use<AddPoint, Refusal?>(a => a.Run(pair.Id, $"{Guid.NewGuid()}", null, by, default));
            case nameof(PairActs.SharePhone):
                return await world.Use<ShareMyPhone, Refusal?>(s => s.Run(pair.Id, true, null, by, default));
            case nameof(MeetingActs.WriteNote):
                return await Note(world, pair, by);
            case nameof(GoalActs.WriteGoal):
                return await world.Use<WriteGoal, Refusal?>(w => w.Run(new(Ids.Source()), pair.Id, new("Speak once"), by, default));
            case nameof(GoalActs.SuggestGoal):
                return await world.Use<SuggestGoal, Refusal?>(s => s.Run(new(Ids.Source()), pair.Id, new("Speak once"), by, default));
            case nameof(CareActs.Waive):
                return await world.Use<WaiveInPerson, Refusal?>(w => w.Run(pair.Id, "x", by, default));
            case nameof(CareActs.PlanTalk):
                return await world.Use<PlanTalk, Refusal?>(p => p.Run(pair.Id, p.Today.PlusDays(3), by, default));
            case nameof(PairActs.MoveOrEnd):
                return await world.Use<EndMentorship, Refusal?>(e => e.Run(pair.Id, null, "x", by, default));
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }
    }

    private static async Task<Refusal?> Suggest(World world, Mentorship pair, Act act, PersonId by)
    {
        var newest = await world.Newest(pair);
        return await world.Use<SuggestTimes, Refusal?>(s =>
            s.Run(
                pair.Id,
                act,
                act == MeetingActs.Propose ? new(Ids.Source()) : newest?.Id ?? default,
                CastMeetings.Offer(world.In(4)),
                null,
                newest?.Revision ?? 0,
                by,
                default
            )
        );
    }

    // About the last meeting that is over, wherever the pair stands now.
    private static async Task<Refusal?> Note(World world, Mentorship pair, PersonId by)
    {
        var over = await world.Ask(db =>
            db.Meetings.Where(m => m.MentorshipId == pair.Id && m.State == MeetingState.Over)
                .OrderByDescending(m => m.MadeAt)
                .Select(m => m.Id)
                .FirstOrDefaultAsync()
        );
        return await world.Use<WriteNotes, Refusal?>(w => w.Run(over, null, null, $"{Guid.NewGuid()}", by, default));
    }
}

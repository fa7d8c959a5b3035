using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.Telling;
using Rabta.Meetings.Terms;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Journals;

public sealed class MeetingsJournalTests
{
    [Theory, OnBoth]
    public async Task Planning_moving_and_meeting_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var (pair, sara, omar, id) = (cast.SaraOmar, cast.Sara, cast.Omar, new MeetingId(Ids.Source()));
        var (day, other) = (world.In(2), world.In(3));

        var proposed = await world.Notes<SuggestTimes>(
            "meeting.proposed",
            id.Value,
            sara,
            suggest => suggest.Run(pair.Id, MeetingActs.Propose, id, CastMeetings.Offer(day), null, 0, sara.Id, default)
        );
        Assert.Equal("Proposed", proposed.After);
        var planned = await world.Notes<TakeTime>(
            "meeting.planned",
            id.Value,
            omar,
            async () => Assert.Null(await world.Take(pair, omar.Id, day))
        );
        Assert.Equal(("Proposed", "Planned"), (planned.Before, planned.After));
        var moved = await world.Notes<SuggestTimes>(
            "meeting.moved",
            id.Value,
            omar,
            async () => Assert.Null(await world.Suggest(pair, omar.Id, MeetingActs.Move, CastMeetings.Offer(other)))
        );
        Assert.Equal(("Planned", "Proposed"), (moved.Before, moved.After));
        Assert.Null(await world.Take(pair, sara.Id, other));
        world.Clock.Now = other - Duration.FromHours(1);
        await world.Notes<SayLate>("meeting.late", id.Value, omar, late => late.Run(pair.Id, omar.Id, default));
        world.Clock.Now = other + Duration.FromHours(1);
        var told = await world.Notes<RecordWhatCame>(
            "meeting.told",
            id.Value,
            sara,
            tell => tell.Run(id, Outcome.Held, null, sara.Id, default)
        );
        Assert.Equal("Held", told.After);
        await world.Notes<WriteNotes>(
            "note.shared",
            id.Value,
            omar,
            write => write.Run(id, "Read chapter four", null, null, omar.Id, default)
        );
        Assert.DoesNotContain(await world.Journal(), l => $"{l.Why}{l.Before}{l.After}".Contains("chapter", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Saying_no_taking_back_and_calling_off_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        await world.BothAccept(cast.SaraOmar);
        var (pair, sara, omar) = (cast.SaraOmar, cast.Sara, cast.Omar);
        async Task<MeetingId> Offered()
        {
            Assert.Null(await world.Suggest(pair, sara.Id, MeetingActs.Propose, CastMeetings.Offer(world.In(2))));
            return (await world.Newest(pair))!.Id;
        }

        var first = await Offered();
        var declined = await world.Notes<CallOff>(
            "meeting.declined",
            first.Value,
            omar,
            async () => Assert.Null(await world.CallOff(pair, omar.Id, MeetingActs.Decline, "Exams"))
        );
        Assert.Equal((null, "Proposed", "Declined"), (declined.Why, declined.Before, declined.After));
        var second = await Offered();
        await world.Notes<CallOff>(
            "meeting.withdrawn",
            second.Value,
            sara,
            async () => Assert.Null(await world.CallOff(pair, sara.Id, MeetingActs.Withdraw))
        );
        var third = await Offered();
        Assert.Null(await world.Take(pair, omar.Id, world.In(2)));
        var cancelled = await world.Notes<CallOff>(
            "meeting.cancelled",
            third.Value,
            sara,
            async () => Assert.Null(await world.CallOff(pair, sara.Id, MeetingActs.Cancel, "On call"))
        );
        Assert.Equal((null, "Planned", "Cancelled"), (cancelled.Why, cancelled.Before, cancelled.After));
    }

    [Theory, OnBoth]
    public async Task Term_dates_stand_in_the_journal(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var id = new TermDateId(Ids.Source());

        await world.Notes<KeepTermDates>(
            "term-date.added",
            id.Value,
            cast.Huda,
            keep => keep.Add(id, TermDateKind.Exams, Both.Of("Winter exams"), new(2026, 12, 1), null, cast.Huda.Id, default)
        );
        await world.Notes<KeepTermDates>("term-date.removed", id.Value, cast.Huda, keep => keep.Remove(id, cast.Huda.Id, default));
        await world.NotesNothing(() => world.Use<KeepTermDates, object?>(async keep => await keep.Remove(id, cast.Huda.Id, default)));
    }

    [Theory, OnBoth]
    public async Task Points_and_notes_of_ones_own_stand_in_the_journal_without_their_words(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var (pair, omar) = (cast.SaraOmar, cast.Omar);
        await world.BothAccept(pair);

        await world.Notes<AddPoint>("point.added", pair.Id.Value, omar, add => add.Run(pair.Id, "Chapter four", null, omar.Id, default));
        var point = await world.Ask(db => db.TalkingPoints.Select(p => p.Id).SingleAsync());
        await world.Notes<AddPoint>("point.removed", pair.Id.Value, omar, add => add.TakeOff(point, omar.Id, default));
        await world.Meet(pair);
        var meeting = (await world.Newest(pair))!.Id;
        await world.Notes<WriteNotes>(
            "note.kept",
            meeting.Value,
            omar,
            write => write.Run(meeting, null, null, "Chapter four", omar.Id, default)
        );

        Assert.DoesNotContain(await world.Journal(), l => $"{l.Why}{l.Before}{l.After}".Contains("hapter", StringComparison.Ordinal));
    }
}

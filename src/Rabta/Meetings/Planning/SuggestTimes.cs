using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes;

namespace Rabta.Meetings.Planning;

/// <summary>Offers times: the first offer, others in answer to one, or new ones for a meeting that is planned already.</summary>
public sealed class SuggestTimes(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    /// <param name="id">The id of the new meeting, where this makes one.</param>
    /// <param name="seen">The revision of the pair's newest meeting that the person saw, 0 where there was none.</param>
    /// <param name="points">What to talk about, one a line.</param>
    public async Task<Refusal?> Run(
        MentorshipId pair,
        Act act,
        MeetingId id,
        Suggestion suggestion,
        string? points,
        int seen,
        PersonId me,
        CancellationToken stop
    )
    {
        await using var write = await db.BeginWrite(JournalKinds.MeetingMoved.Or(JournalKinds.MeetingProposed), stop);
        var (held, no) = await hold.Run(pair, act, seen, me, stop);
        if (held is null)
            return no;
        if (suggestion.Times is not { Count: > 0 and <= 3 })
            return new("plan.no-time");
        if (suggestion.Times.Any(t => t <= held.Now))
            return new("plan.past");
        if (suggestion.Times.Any(t => t > held.Now + Meeting.Ahead))
            return new("plan.far");
        if (suggestion.Format != MeetingFormat.InPerson && await InPersonOnly(held, stop))
            return new("plan.in-person-only");
        var before = held.State;
        var meeting = await Offer(held, act, id, suggestion, stop);
        if (await AddPoints(held, points, stop) is { } full)
            return full;
        notify.Run(
            act == MeetingActs.Propose ? MeetingNews.Proposed
                : act == MeetingActs.Move ? MeetingNews.Moved
                : MeetingNews.OtherTimes,
            held.Me,
            held.Partner,
            $"/meetings/{meeting.Id.Value}",
            held.Now
        );
        journal.Note(
            act == MeetingActs.Move ? JournalKinds.MeetingMoved : JournalKinds.MeetingProposed,
            meeting.Id.Value,
            me,
            before: $"{before}",
            after: $"{meeting.State}"
        );
        await write.Commit(stop);
        return null;
    }

    private async Task<Meeting> Offer(HeldMeeting held, Act act, MeetingId id, Suggestion suggestion, CancellationToken stop)
    {
        if (act != MeetingActs.Propose)
        {
            held.Newest!.Offer(suggestion, held.Me.Id, held.Now);
            held.Meetings.SetNext(null);
            return held.Newest;
        }
        if (held.Newest is { } older)
        {
            older.FollowedAt = held.Now;
            await db.SaveChangesAsync(stop);
        }
        var meeting = new Meeting(id, held.Pair.Id, suggestion, held.Me.Id, held.Now);
        db.Add(meeting);
        return meeting;
    }

    private async Task<Refusal?> AddPoints(HeldMeeting held, string? points, CancellationToken stop)
    {
        var lines = PointTexts.Of(points);
        if (PointTexts.Wrong(lines) is { } wrong)
            return wrong;
        var known = await db.TalkingPoints.OpenOf(held.Pair.Id).Select(p => p.Text).ToListAsync(stop);
        var fresh = lines.Except(known.OfType<string>()).ToList();
        if (fresh.Count > 0 && known.Count + fresh.Count > PointTexts.Most)
            return new("point.many", PointTexts.Most, known.Count);
        db.AddRange(
            fresh.Select(line => new TalkingPoint
            {
                MentorshipId = held.Pair.Id,
                By = held.Me.Id,
                Text = line,
                At = held.Now,
            })
        );
        return null;
    }

    private async Task<bool> InPersonOnly(HeldMeeting held, CancellationToken stop) =>
        held.Meetings.InPersonFirst(
            await db.Programmes.Where(p => p.Id == held.Pair.ProgrammeId).Select(p => p.FirstMeetingInPerson).SingleAsync(stop)
        );
}

using Microsoft.EntityFrameworkCore;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Meetings.Telling;

/// <summary>One of the two says what came of a meeting. Where they differ, both answers stay and each may answer once more.</summary>
public sealed class RecordWhatCame(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    public async Task<Refusal?> Run(MeetingId id, Outcome outcome, MeetingFormat? mode, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.MeetingTold, stop);
        var pair = await db.Meetings.Where(m => m.Id == id).Select(m => (MentorshipId?)m.MentorshipId).FirstOrDefaultAsync(stop);
        if (pair is null)
            return new("now.Ended");
        var (held, no) = await hold.Run(pair.Value, MeetingActs.RecordWhatCame, null, me, stop);
        if (held is null)
            return no;
        if (held.Newest is not { } meeting || meeting.Id != id || meeting is not { State: MeetingState.Planned or MeetingState.Over })
            return hold.Instead(held);
        var answers = await db.MeetingAnswers.Where(a => a.MeetingId == id).OrderBy(a => a.At).ThenBy(a => a.Again).ToListAsync(stop);
        var mine = answers.Where(a => a.By == me).ToList();
        if (mine.LastOrDefault() is { } said && said.Outcome == outcome && !meeting.RememberedDifferently)
            return null;
        var again = mine.Count > 0;
        if (again && (mine.Count > 1 || !meeting.RememberedDifferently))
            return new("came.told");
        var answer = new MeetingAnswer
        {
            MeetingId = id,
            By = me,
            Outcome = outcome,
            Format = outcome == Outcome.Held ? mode ?? meeting.Format : null,
            Again = again,
            At = held.Now,
        };
        db.Add(answer);
        var differed = meeting.RememberedDifferently;
        meeting.Told([.. answers, answer], me, held.Now);
        await After(held, meeting, stop);
        if (!again)
            notify.Run(
                meeting.RememberedDifferently && !differed ? MeetingNews.Differently : MeetingNews.Told,
                held.Me,
                held.Partner,
                $"/meetings/{id.Value}",
                held.Now
            );
        journal.Note(JournalKinds.MeetingTold, id.Value, me, after: $"{outcome}");
        await write.Commit(stop);
        return null;
    }

    // The pair keeps the sum of all its meetings, and the points talked about are put away with this one.
    private async Task After(HeldMeeting held, Meeting meeting, CancellationToken stop)
    {
        held.Meetings.SetNext(null);
        var earlier = await db
            .Meetings.AsNoTracking()
            .Where(m => m.MentorshipId == held.Pair.Id && m.State == MeetingState.Over && m.Id != meeting.Id)
            .OrderByDescending(m => m.MadeAt)
            .Select(m => new
            {
                m.WasHeld,
                m.At,
                m.Outcome,
            })
            .ToListAsync(stop);
        var met = earlier.Where(m => m.WasHeld).Select(m => m.At!.Value).Concat(meeting.WasHeld ? [meeting.At!.Value] : []).ToList();
        var failed = meeting.WasHeld
            ? []
            : earlier
                .TakeWhile(m => !m.WasHeld)
                .Where(m => m.Outcome == Outcome.ConnectionFailed)
                .Select(m => m.At!.Value)
                .Concat(meeting.Outcome == Outcome.ConnectionFailed ? [meeting.At!.Value] : [])
                .ToList();
        held.Meetings.Record(
            met.Count == 0 ? null : met.Min(),
            met.Count == 0 ? null : met.Max(),
            failed.Count,
            failed.Count == 0 ? null : failed.Max()
        );
        await Points(held.Pair.Id, meeting, stop);
    }

    // If they agree in the end that they did not meet, the points that were put away are open again.
    private async Task Points(MentorshipId pair, Meeting meeting, CancellationToken stop)
    {
        var until = meeting.EndsAt;
        var points = meeting.WasHeld
            ? db.TalkingPoints.OpenOf(pair).Where(p => p.At <= until)
            : db.TalkingPoints.Where(p => p.TalkedAt == meeting.Id);
        foreach (var point in await points.ToListAsync(stop))
            point.TalkedAt = meeting.WasHeld ? meeting.Id : null;
    }
}

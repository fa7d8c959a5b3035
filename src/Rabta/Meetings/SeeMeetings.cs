using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Meetings;

/// <summary>Whose move it is.</summary>
public enum Turn
{
    Mine,
    Theirs,

    /// <summary>Nobody's in particular: something is planned, or all is well.</summary>
    Both,
    Ended,
}

/// <summary>A pair and its newest meeting, as one of the two sees them: what the homes and the pair's page speak of.</summary>
/// <param name="Answers">What the two said of the newest meeting, oldest first.</param>
public sealed record PairNow(PairView Pair, Meeting? Newest, PairMeetings Meetings, IReadOnlyList<MeetingAnswer> Answers, Instant Now)
{
    public PairState State => FindState.Of(Pair.Mentorship, Newest, Meetings, Now);

    public bool IAmProposer => Newest?.By == Pair.Me.Id;

    public bool May(Act act) => act.May(State, Pair.IAmMentor, IAmProposer);

    /// <summary>The first meeting is in person here, and nobody has waived it.</summary>
    public bool InPersonOnly => Meetings.InPersonFirst(Pair.Programme.FirstMeetingInPerson);

    /// <summary>Their meeting goes on now.</summary>
    public bool IsUnderWay => Newest?.IsUnderWay(Now) == true;

    /// <summary>The two remember it differently and this person has not answered again yet; each is asked once.</summary>
    public bool LookAgain => Newest is { State: MeetingState.Over, RememberedDifferently: true } && MineNewest is { Again: false };

    public MeetingAnswer? MineNewest => Answers.LastOrDefault(a => a.By == Pair.Me.Id);

    /// <summary>It is time for the next one: the programme's weeks have passed since they last met.</summary>
    public bool NextIsDue => Meetings.LastMetAt is { } last && Now > last + Duration.FromDays(7 * Pair.Programme.WeeksBetweenMeetings);

    /// <summary>When the last thing happened between the two.</summary>
    public Instant Since =>
        State == PairState.Planned ? Newest!.At!.Value : Newest?.ChangedAt ?? Pair.Mentorship.BothAcceptedAt ?? Pair.Mentorship.BeganAt;

    /// <summary>Nothing is planned, and what was planned last did not come about.</summary>
    public bool IsQuiet => State == PairState.Ended || Newest is { IsOpen: false, WasHeld: false };

    /// <summary>Whose move it is.</summary>
    public Turn Turn =>
        State switch
        {
            PairState.Ended => Turn.Ended,
            _ when !Pair.IAccepted => Turn.Mine,
            PairState.Published => Turn.Theirs,
            PairState.Proposed => IAmProposer ? Turn.Theirs : Turn.Mine,
            PairState.BothAccepted or PairState.Begun => Turn.Mine,
            PairState.UnderWay => LookAgain || NextIsDue || Newest is { State: MeetingState.Over, WasHeld: false } ? Turn.Mine : Turn.Both,
            _ => Turn.Both,
        };
}

/// <summary>One meeting with all that stands on its page.</summary>
public sealed record MeetingView(PairNow Now, Meeting Meeting, IReadOnlyList<MeetingAnswer> Answers, string? OwnNote)
{
    public PairView Pair => Now.Pair;
    public bool IsNewest => Meeting.Id == Now.Newest?.Id;
}

/// <summary>What staff see of a meeting: that it was, and how the two remember it. No verdict where they differ.</summary>
public sealed record MeetingSeenByStaff(Instant At, Outcome? Outcome, bool WasHeld, bool RememberedDifferently);

/// <summary>
/// Decides who sees what of meetings: the two of the pair, and each their own notes. It takes a fixed number of queries, however many
/// pairs.
/// </summary>
public sealed class SeeMeetings(RabtaDb db, SeePairs pairs, IClock clock)
{
    public async Task<PairNow?> Of(MentorshipId id, PersonId me, CancellationToken stop) =>
        await pairs.One(id, me, stop) is { } pair ? (await Now([pair], stop))[0] : null;

    public async Task<List<PairNow>> Mine(PersonId me, CancellationToken stop) => await Now(await pairs.Mine(me, stop), stop);

    /// <summary>Null where there is none, or none of mine.</summary>
    public async Task<MeetingView?> One(MeetingId id, PersonId me, CancellationToken stop)
    {
        var meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop);
        if (meeting is null || await Of(meeting.MentorshipId, me, stop) is not { } now)
            return null;
        var answers = meeting.Id == now.Newest?.Id ? now.Answers : await Answers([id], stop);
        var note = await db.OwnNotes.Where(n => n.MeetingId == id && n.By == me).Select(n => n.Text).FirstOrDefaultAsync(stop);
        return new(now, meeting, answers, note);
    }

    /// <summary>What the two want to talk about, oldest first.</summary>
    public Task<List<TalkingPoint>> Points(PairView pair, CancellationToken stop) =>
        db.TalkingPoints.AsNoTracking().OpenOf(pair.Mentorship.Id).OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync(stop);

    /// <summary>What was talked about at a meeting.</summary>
    public Task<List<TalkingPoint>> TalkedAt(MeetingId id, CancellationToken stop) =>
        db.TalkingPoints.AsNoTracking().Where(p => p.TalkedAt == id).OrderBy(p => p.At).ToListAsync(stop);

    /// <summary>The last meetings of a pair that are over, newest first.</summary>
    public Task<List<Meeting>> Past(PairView pair, int most, CancellationToken stop)
    {
        var id = pair.Mentorship.Id;
        return db
            .Meetings.AsNoTracking()
            .Where(m => m.MentorshipId == id && m.State == MeetingState.Over)
            .OrderByDescending(m => m.MadeAt)
            .Take(most)
            .ToListAsync(stop);
    }

    /// <summary>The last ones of a pair, for staff; none of a coordinator's own.</summary>
    public Task<List<MeetingSeenByStaff>> ForStaff(MentorshipId id, PersonId viewer, CancellationToken stop)
    {
        var mentorships = db.Mentorships;
        return db
            .Meetings.Where(m =>
                m.MentorshipId == id
                && m.State == MeetingState.Over
                && !mentorships.Any(p => p.Id == id && (p.MentorId == viewer || p.MenteeId == viewer))
            )
            .OrderByDescending(m => m.MadeAt)
            .Take(10)
            .Select(m => new MeetingSeenByStaff(m.At!.Value, m.Outcome, m.WasHeld, m.RememberedDifferently))
            .ToListAsync(stop);
    }

    private async Task<List<PairNow>> Now(List<PairView> seen, CancellationToken stop)
    {
        if (seen.Count == 0)
            return [];
        var ids = seen.Select(p => p.Mentorship.Id).ToList();
        var newest = await db
            .Meetings.AsNoTracking()
            .Where(m => ids.Contains(m.MentorshipId) && m.FollowedAt == null)
            .ToDictionaryAsync(m => m.MentorshipId, stop);
        var answers = await Answers([.. newest.Values.Where(m => m.State == MeetingState.Over).Select(m => m.Id)], stop);
        var kept = await db
            .PairMeetings.AsNoTracking()
            .Where(m => ids.Contains(m.MentorshipId))
            .ToDictionaryAsync(m => m.MentorshipId, stop);
        var now = clock.GetCurrentInstant();
        return
        [
            .. seen.Select(p =>
            {
                var meeting = newest.GetValueOrDefault(p.Mentorship.Id);
                var meetings = kept.GetValueOrDefault(p.Mentorship.Id) ?? new(p.Mentorship.Id);
                return new PairNow(p, meeting, meetings, [.. answers.Where(a => a.MeetingId == meeting?.Id)], now);
            }),
        ];
    }

    private Task<List<MeetingAnswer>> Answers(List<MeetingId> meetings, CancellationToken stop) =>
        db
            .MeetingAnswers.AsNoTracking()
            .Where(a => meetings.Contains(a.MeetingId))
            .OrderBy(a => a.At)
            .ThenBy(a => a.Again)
            .ToListAsync(stop);
}

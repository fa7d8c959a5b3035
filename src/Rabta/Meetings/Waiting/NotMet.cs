using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Meetings.Waiting;

/// <summary>
/// The days to meet are over. A pair with a day to meet needs nobody; a day that passed without an answer does not count.
/// </summary>
public sealed class NotMet(RabtaDb db, ReaderDays days) : WaitKind
{
    private Dictionary<MentorshipId, PairMeetings> _meetings = [];
    private Dictionary<ProgrammeId, bool> _inPerson = [];

    public override string Name => nameof(NotMet);
    public override string InPath => "not-met";
    public override int Urgency => 40;
    public override Type Texts => typeof(Meetings.Texts);
    public override NoticeKind? Reminder => MeetingNews.RemindMeet;

    public override IQueryable<WaitingSince> Which(Instant now)
    {
        var (urgency, yesterday) = (Urgency, now - Duration.FromDays(1));
        return db
            .PairMeetings.Where(m => m.FirstMetAt == null && m.MeetBy < now && (m.NextMeetingAt == null || m.NextMeetingAt < yesterday))
            .Join(db.Mentorships.Where(p => p.BothAcceptedAt != null), m => m.MentorshipId, p => p.Id, (m, p) => p)
            .Select(p => new WaitingSince
            {
                Pair = p.Id,
                Urgency = urgency,
                Since = p.BothAcceptedAt!.Value,
            });
    }

    public override async Task Read(IReadOnlyList<Mentorship> pairs, CancellationToken stop)
    {
        var (ids, programmes) = (pairs.Select(p => p.Id).ToList(), pairs.Select(p => p.ProgrammeId).Distinct().ToList());
        _meetings = await db
            .PairMeetings.AsNoTracking()
            .Where(m => ids.Contains(m.MentorshipId))
            .ToDictionaryAsync(m => m.MentorshipId, stop);
        _inPerson = await db
            .Programmes.Where(p => programmes.Contains(p.Id))
            .Select(p => new { p.Id, p.FirstMeetingInPerson })
            .ToDictionaryAsync(p => p.Id, p => p.FirstMeetingInPerson, stop);
    }

    public override Words Why(WaitingPair waiting)
    {
        var meetings = _meetings[waiting.Pair.Id];
        return new(
            meetings.WaivedAt is not null ? "wait.NotMet.why.waived"
                : MeetsInPersonFirst(waiting.Pair) ? "wait.NotMet.why.in-person"
                : "wait.NotMet.why.any",
            days.Short(meetings.MeetBy!.Value)
        );
    }

    /// <summary>The programme asks them to meet in person first, and nobody has waived it.</summary>
    public bool MeetsInPersonFirst(Mentorship pair) =>
        _meetings.GetValueOrDefault(pair.Id)?.InPersonFirst(_inPerson.GetValueOrDefault(pair.ProgrammeId)) == true;
}

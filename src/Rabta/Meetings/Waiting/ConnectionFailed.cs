using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;

namespace Rabta.Meetings.Waiting;

/// <summary>Their connection failed again and again: they need another way to meet.</summary>
public sealed class ConnectionFailed(RabtaDb db) : WaitKind
{
    /// <summary>A connection that fails once may be the weather; one that fails twice needs another way.</summary>
    public const int TooMany = 2;

    private Dictionary<MentorshipId, int> _failed = [];

    public override string Name => "ConnectionFailed";
    public override string InPath => "line-failed";
    public override int Urgency => 30;
    public override Type Texts => typeof(Meetings.Texts);
    public override NoticeKind? Reminder => MeetingNews.RemindConnection;
    public override bool ReminderIsANote => true;

    public override IQueryable<WaitingSince> Which(Instant now)
    {
        var urgency = Urgency;
        return db
            .PairMeetings.Where(m => m.ConnectionsFailed >= TooMany && m.ConnectionFailedAt != null)
            .Select(m => new WaitingSince
            {
                Pair = m.MentorshipId,
                Urgency = urgency,
                Since = m.ConnectionFailedAt!.Value,
            });
    }

    public override async Task Read(IReadOnlyList<Mentorship> pairs, CancellationToken stop)
    {
        var ids = pairs.Select(p => p.Id).ToList();
        _failed = await db
            .PairMeetings.Where(m => ids.Contains(m.MentorshipId))
            .ToDictionaryAsync(m => m.MentorshipId, m => m.ConnectionsFailed, stop);
    }

    public override Words What(WaitingPair waiting, int days) => new($"wait.{Name}", waiting.Mentee, waiting.Mentor);

    public override Words Why(WaitingPair waiting) => Words.Counted($"wait.{Name}.why", _failed.GetValueOrDefault(waiting.Pair.Id));
}

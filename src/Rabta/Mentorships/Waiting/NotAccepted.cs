using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Waiting;

/// <summary>Not both have accepted the ground rules as they stand. Changed rules are new to everyone: their days count anew.</summary>
public sealed class NotAccepted(RabtaDb db) : WaitKind
{
    /// <summary>The days within which people should have accepted.</summary>
    public static readonly Duration TimeToAccept = Duration.FromDays(3);

    private Dictionary<ProgrammeId, int> _versions = [];

    public override string Name => nameof(NotAccepted);
    public override string InPath => "not-accepted";
    public override int Urgency => 50;
    public override Type Texts => typeof(Mentorships.Texts);
    public override NoticeKind? Reminder => MentorshipNews.RemindAccept;

    public override IQueryable<WaitingSince> Which(Instant now)
    {
        var (urgency, askedBefore) = (Urgency, now - TimeToAccept);
        var rules = db
            .GroundRules.GroupBy(r => r.ProgrammeId)
            .Select(g => new
            {
                Programme = g.Key,
                Version = g.Max(r => r.Version),
                From = g.Max(r => r.From),
            });
        return db
            .Mentorships.Where(m => m.EndedAt == null)
            .Join(
                rules,
                m => m.ProgrammeId,
                r => r.Programme,
                (m, r) =>
                    new
                    {
                        m.Id,
                        IsMissing = m.MenteeAccepted < r.Version || m.MentorAccepted < r.Version,
                        Asked = r.Version > 1 && r.From > m.BeganAt ? r.From : m.BeganAt,
                    }
            )
            .Where(x => x.IsMissing && x.Asked < askedBefore)
            .Select(x => new WaitingSince
            {
                Pair = x.Id,
                Urgency = urgency,
                Since = x.Asked,
            });
    }

    public override async Task Read(IReadOnlyList<Mentorship> pairs, CancellationToken stop)
    {
        var programmes = pairs.Select(p => p.ProgrammeId).Distinct().ToList();
        _versions = await db
            .GroundRules.Where(r => programmes.Contains(r.ProgrammeId))
            .GroupBy(r => r.ProgrammeId)
            .Select(g => new { g.Key, Version = g.Max(r => r.Version) })
            .ToDictionaryAsync(r => r.Key, r => r.Version, stop);
    }

    public override Words Why(WaitingPair waiting) =>
        MustAct(waiting.Pair) is [var one] ? new("wait.NotAccepted.why.one", waiting.NameOf(one)) : new("wait.NotAccepted.why.both");

    public override IReadOnlyList<PersonId> MustAct(Mentorship pair) =>
        [.. new[] { pair.MenteeId, pair.MentorId }.Where(p => pair.AcceptedBy(p) < _versions.GetValueOrDefault(pair.ProgrammeId))];
}

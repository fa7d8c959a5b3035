using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Care.Queueing;

/// <summary>A standing pair and what it waits for, computed by the database.</summary>
public sealed class WaitingPair
{
    public required Mentorship Pair { get; init; }

    /// <summary>Null where all is well, and for pairs of the coordinator who looks: another coordinator sees to those.</summary>
    public WaitKind? Kind { get; init; }

    /// <summary>Since when it is so.</summary>
    public Instant? Since { get; init; }

    /// <summary>Someone has been reminded or will be talked to: for now an answer is awaited.</summary>
    public bool Rests { get; init; }

    /// <summary>The version of the ground rules as they stand.</summary>
    public int Version { get; init; }
}

/// <summary>What pairs wait for, in one query of one table and two small ones beside it.</summary>
public static class WaitingPairs
{
    /// <summary>The days within which people should have accepted.</summary>
    public static readonly Duration TimeToAccept = Duration.FromDays(3);

    /// <summary>From their first meeting on, time enough for a first goal.</summary>
    public static readonly Duration TimeForAGoal = Duration.FromDays(14);

    /// <summary>A line that fails once may be the weather; one that fails twice needs another way.</summary>
    public const int LinesTooMany = 2;

    public static IQueryable<WaitingPair> Of(RabtaDb db, PersonId viewer, Instant now)
    {
        var asked = db
            .ChangeRequests.Where(c => c.SettledAt == null)
            .GroupBy(c => c.MentorshipId)
            .Select(g => new
            {
                Pair = g.Key,
                Kind = g.Min(c => c.Kind),
                At = g.Min(c => c.At),
            });
        // Changed rules are new to everyone, so the days to accept them count from the change.
        var rules = db
            .GroundRules.GroupBy(r => r.ProgrammeId)
            .Select(g => new
            {
                Programme = g.Key,
                Version = g.Max(r => r.Version),
                From = g.Max(r => r.From),
            });
        // A pair with a day to meet needs nobody. A day that passed without an answer does not count.
        var (askedBefore, metBefore, yesterday) = (now - TimeToAccept, now - TimeForAGoal, now - Duration.FromDays(1));
        return db
            .Mentorships.Where(m => m.EndedAt == null)
            .Join(
                rules,
                m => m.ProgrammeId,
                r => r.Programme,
                (m, r) =>
                    new
                    {
                        m,
                        r.Version,
                        AskedToAccept = r.Version > 1 && r.From > m.BeganAt ? r.From : m.BeganAt,
                    }
            )
            .LeftJoin(
                asked,
                x => x.m.Id,
                a => a.Pair,
                (x, a) =>
                    new
                    {
                        x.m,
                        x.Version,
                        x.AskedToAccept,
                        Asks = (ChangeKind?)a!.Kind,
                        AskedAt = (Instant?)a.At,
                    }
            )
            .Select(x => new
            {
                x.m,
                x.Version,
                x.AskedToAccept,
                x.Asks,
                x.AskedAt,
                Own = x.m.MentorId == viewer || x.m.MenteeId == viewer,
                Line = x.m.LinesFailed >= LinesTooMany,
                NotMet = x.m.FirstMetAt == null
                    && x.m.BothAcceptedAt != null
                    && x.m.MeetBy < now
                    && (x.m.NextMeetingAt == null || x.m.NextMeetingAt < yesterday),
                NotAccepted = x.AskedToAccept < askedBefore && (x.m.MenteeAccepted < x.Version || x.m.MentorAccepted < x.Version),
                NoGoal = x.m.FirstGoalAt == null && x.m.FirstMetAt < metBefore,
            })
            .Select(x => new WaitingPair
            {
                Pair = x.m,
                Version = x.Version,
                Rests = x.m.RestsUntil != null && x.m.RestsUntil > now,
                Kind =
                    x.Own ? null
                    : x.Asks == ChangeKind.Change ? WaitKind.AsksForChange
                    : x.Asks == ChangeKind.CantTakeOn ? WaitKind.CantTakeOn
                    : x.Line ? WaitKind.LineFailed
                    : x.NotMet ? WaitKind.NotMet
                    : x.NotAccepted ? WaitKind.NotAccepted
                    : x.NoGoal ? WaitKind.NoGoal
                    : null,
                Since =
                    x.AskedAt
                    ?? (
                        x.Line ? x.m.LineFailedAt
                        : x.NotMet ? x.m.BothAcceptedAt
                        : x.NotAccepted ? x.AskedToAccept
                        : x.m.FirstMetAt
                    ),
            });
    }
}

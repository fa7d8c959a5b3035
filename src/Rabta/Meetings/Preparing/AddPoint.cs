using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Meetings.Preparing;

/// <summary>Puts something on the list of what to talk about: in one's own words, or a ready question. Or takes one's own off again.</summary>
public sealed class AddPoint(RabtaDb db, HoldPair hold, TellPartner tell)
{
    public async Task<Refusal?> Run(MentorshipId pair, string? text, string? ready, PersonId me, CancellationToken stop)
    {
        var own = PointTexts.Of(text) is [var first, ..] ? first : null;
        var named = ReadyQuestions.Has(ready) ? ready : null;
        if (own is null && named is null) return new("point.empty");
        await using var write = await db.BeginWrite(stop);
        var (held, no) = await hold.Run(pair, Act.AddPoint, null, me, stop);
        if (held is null) return no;
        var open = await db.TalkingPoints.OpenOf(pair).Select(p => new { p.Text, p.Ready, p.By }).ToListAsync(stop);
        if (open.Any(p => p.Text == own && p.Ready == named)) return null;
        if (open.Count >= PointTexts.Most) return new("point.many");
        var lately = held.Now - Duration.FromDays(1);
        var isFirst = !await db.TalkingPoints.AnyAsync(p => p.MentorshipId == pair && p.By == me && p.At > lately, stop);
        db.Add(new TalkingPoint { MentorshipId = pair, By = me, Text = own, Ready = own is null ? named : null, At = held.Now });
        tell.Run(isFirst ? MeetingNews.PointAdded : MeetingNews.AnotherPoint, held.Me, held.Partner, $"/mentorships/{pair.Value}", held.Now);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> TakeOff(TalkingPointId id, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(stop);
        var pair = await db.TalkingPoints.Where(p => p.Id == id && p.By == me).Select(p => (MentorshipId?)p.MentorshipId).FirstOrDefaultAsync(stop);
        if (pair is null) return new("now.Ended");
        var (held, no) = await hold.Run(pair.Value, Act.AddPoint, null, me, stop);
        if (held is null) return no;
        var point = await db.TalkingPoints.SingleAsync(p => p.Id == id, stop);
        point.RemovedAt ??= held.Now;
        await write.Commit(stop);
        return null;
    }
}

public static class PointTexts
{
    public const int Longest = 300;

    /// <summary>On a pair's list at a time.</summary>
    public const int Most = 20;

    /// <summary>One point a line; what is longer is cut where a text field would have stopped.</summary>
    public static IReadOnlyList<string> Of(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Length > Longest ? l[..Longest] : l).Distinct().Take(10)];

    /// <summary>What is still to be talked about.</summary>
    public static IQueryable<TalkingPoint> OpenOf(this IQueryable<TalkingPoint> points, MentorshipId pair) =>
        points.Where(p => p.MentorshipId == pair && p.TalkedAt == null && p.RemovedAt == null);
}

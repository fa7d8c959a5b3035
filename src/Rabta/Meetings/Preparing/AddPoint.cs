using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;

namespace Rabta.Meetings.Preparing;

/// <summary>Adds a point to talk about, in the person's own words or as a ready question, or removes one of the person's own.</summary>
public sealed class AddPoint(RabtaDb db, HoldMeeting hold, NotifyPartner notify, JournalOf journal)
{
    public async Task<Refusal?> Run(MentorshipId pair, string? text, string? ready, PersonId me, CancellationToken stop)
    {
        var lines = PointTexts.Of(text);
        var named = lines.Count == 0 && ReadyQuestions.Has(ready) ? ready : null;
        if (lines.Count == 0 && named is null)
            return new("point.empty");
        if (PointTexts.Wrong(lines) is { } wrong)
            return wrong;
        await using var write = await db.BeginWrite(JournalKinds.PointAdded, stop);
        var (held, no) = await hold.Run(pair, MeetingActs.AddPoint, null, me, stop);
        if (held is null)
            return no;
        var open = await db
            .TalkingPoints.OpenOf(pair)
            .Select(p => new
            {
                p.Text,
                p.Ready,
                p.By,
            })
            .ToListAsync(stop);
        List<(string? Text, string? Ready)> fresh = named is null
            ? [.. lines.Select(line => ((string?)line, (string?)null))]
            : [(null, named)];
        fresh.RemoveAll(p => open.Any(o => o.Text == p.Text && o.Ready == p.Ready));
        if (fresh.Count == 0)
            return null;
        if (open.Count + fresh.Count > PointTexts.Most)
            return new("point.many", PointTexts.Most, open.Count);
        var lately = held.Now - Duration.FromDays(1);
        var isFirst = !await db.TalkingPoints.AnyAsync(p => p.MentorshipId == pair && p.By == me && p.At > lately, stop);
        db.AddRange(
            fresh.Select(p => new TalkingPoint
            {
                MentorshipId = pair,
                By = me,
                Text = p.Text,
                Ready = p.Ready,
                At = held.Now,
            })
        );
        journal.Note(JournalKinds.PointAdded, pair.Value, me);
        notify.Run(isFirst ? MeetingNews.PointAdded : MeetingNews.AnotherPoint, held.Me, held.Partner, PairPages.Of(pair), held.Now);
        await write.Commit(stop);
        return null;
    }

    public async Task<Refusal?> TakeOff(TalkingPointId id, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.PointRemoved, stop);
        var pair = await db
            .TalkingPoints.Where(p => p.Id == id && p.By == me)
            .Select(p => (MentorshipId?)p.MentorshipId)
            .FirstOrDefaultAsync(stop);
        if (pair is null)
            return new("now.Ended");
        var (held, no) = await hold.Run(pair.Value, MeetingActs.AddPoint, null, me, stop);
        if (held is null)
            return no;
        var point = await db.TalkingPoints.SingleAsync(p => p.Id == id, stop);
        point.RemovedAt ??= held.Now;
        journal.Note(JournalKinds.PointRemoved, pair.Value.Value, me);
        await write.Commit(stop);
        return null;
    }
}

public static class PointTexts
{
    /// <summary>As many letters as the page that offers times takes for all points together.</summary>
    public const int Longest = 1500;

    /// <summary>On a pair's list at a time.</summary>
    public const int Most = 20;

    /// <summary>One point a line, all of them: <see cref="Wrong"/> says what is too much, and nothing is cut.</summary>
    public static IReadOnlyList<string> Of(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>Why these lines are not kept as they are; null where they are.</summary>
    public static Refusal? Wrong(IReadOnlyList<string> lines) =>
        lines.Any(line => line.Length > Longest) ? new("point.long", Longest) : null;

    /// <summary>What is still to be talked about.</summary>
    public static IQueryable<TalkingPoint> OpenOf(this IQueryable<TalkingPoint> points, MentorshipId pair) =>
        points.Where(p => p.MentorshipId == pair && p.TalkedAt == null && p.RemovedAt == null);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Meetings.Terms;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Web;

namespace Rabta.Meetings.Planning;

/// <summary>Why a time may be a bad one. A text key and what the sentence names; nothing is forbidden by it.</summary>
public sealed record Warning(Instant Time, string Key, params object[] Values);

/// <summary>Looks at times before they are offered or taken: Friday prayer, exams and holidays, other meetings of the two.</summary>
public sealed class LookAhead(RabtaDb db, Zone zone)
{
    private static readonly LocalTime PrayerFrom = new(12, 30),
        PrayerUntil = new(14, 30);

    public async Task<List<Warning>> Run(IReadOnlyCollection<Instant> times, PairView pair, CancellationToken stop)
    {
        if (times.Count == 0)
            return [];
        var days = times.Select(t => t.InZone(zone.OfReader).Date).ToList();
        var (first, last) = (days.Min(), days.Max());
        var dates = await db.TermDates.AsNoTracking().Where(d => d.From <= last && d.Until >= first).OrderBy(d => d.From).ToListAsync(stop);
        var others = await Others(times.Min(), times.Max(), pair, stop);
        return [.. times.SelectMany(t => Of(t, dates, others, pair))];
    }

    /// <summary>Days of the coming weeks on which it is better not to meet, to be seen before choosing.</summary>
    public Task<List<Terms.TermDate>> Coming(Instant now, CancellationToken stop)
    {
        var today = now.InZone(zone.OfReader).Date;
        var until = today.PlusWeeks(8);
        return db.TermDates.AsNoTracking().Where(d => d.Until >= today && d.From <= until).OrderBy(d => d.From).Take(5).ToListAsync(stop);
    }

    private IEnumerable<Warning> Of(Instant time, List<Terms.TermDate> dates, List<Busy> others, PairView pair)
    {
        var (from, until) = (time.InZone(zone.OfReader), (time + Meeting.Length).InZone(zone.OfReader));
        if (from.DayOfWeek == IsoDayOfWeek.Friday && from.TimeOfDay < PrayerUntil && until.TimeOfDay > PrayerFrom)
            yield return new(time, "warn.prayer");
        foreach (var date in dates.Where(d => d.Has(from.Date)))
            yield return new(time, $"warn.{date.Kind}", date.Name.ToString());
        foreach (var busy in others.Where(o => o.At < time + Meeting.Length && time < o.At + Meeting.Length))
            // The reader may not learn whom the partner meets.
            yield return busy.With is { } name ? new(time, "warn.mine", name) : new(time, "warn.theirs", pair.Partner.Name);
    }

    private sealed record Busy(Instant At, string? With);

    private async Task<List<Busy>> Others(Instant first, Instant last, PairView pair, CancellationToken stop)
    {
        var (from, until) = (first - Meeting.Length, last + Meeting.Length);
        var (me, partner, own) = (pair.Me.Id, pair.Partner.Id, pair.Mentorship.Id);
        var (pairs, people) = (db.Mentorships, db.People);
        var rows = await db
            .Meetings.Where(m =>
                m.ClosedAt == null && m.State == MeetingState.Planned && m.At > from && m.At < until && m.MentorshipId != own
            )
            .Join(
                pairs,
                m => m.MentorshipId,
                p => p.Id,
                (m, p) =>
                    new
                    {
                        m.At,
                        p.MentorId,
                        p.MenteeId,
                        p.EndedAt,
                    }
            )
            .Where(x => x.EndedAt == null && (x.MentorId == me || x.MenteeId == me || x.MentorId == partner || x.MenteeId == partner))
            .ToListAsync(stop);
        var mine = rows.Where(r => r.MentorId == me || r.MenteeId == me).Select(r => r.MentorId == me ? r.MenteeId : r.MentorId).ToList();
        var names = await people.AsNoTracking().Where(p => mine.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        return
        [
            .. rows.Select(r => new Busy(
                r.At!.Value,
                r.MentorId == me ? names[r.MenteeId].DisplayName
                    : r.MenteeId == me ? names[r.MentorId].DisplayName
                    : null
            )),
        ];
    }
}

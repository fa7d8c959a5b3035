using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Leaving;

/// <summary>
/// A mentor says once, for all pairs, that they must stop. They get no new mentee from then on. The pairs stay until a coordinator has
/// found somebody for each mentee; the mentees are not told before.
/// </summary>
public sealed class StopMentoring(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal, Events events, IClock clock)
{
    public async Task<Refusal?> Run(string? reason, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.MentorStops, stop);
        var roles = await db.TakingPart.Where(e => e.PersonId == me && e.Role == ProgrammeRole.Mentor).ToListAsync(stop);
        if (roles.Count == 0)
            return new("leave.gone");
        foreach (var cohort in roles.Select(e => e.CohortId.Value).Order())
            await db.HoldLock(cohort, stop);
        var wasClosed = roles.TrueForAll(e => e.TakesNoNew);
        foreach (var role in roles)
            role.TakesNoNew = true;
        var now = clock.GetCurrentInstant();
        var pairs = await db.Mentorships.Where(m => m.MentorId == me && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync(stop);
        var already = await db
            .ChangeRequests.Where(c => c.By == me && c.Kind == ChangeKind.MustStop && c.SettledAt == null)
            .Select(c => c.MentorshipId)
            .ToListAsync(stop);
        var fresh = pairs.Where(p => !already.Contains(p.Id)).ToList();
        if (fresh.Count == 0 && (already.Count > 0 || wasClosed))
            return null;
        foreach (var pair in fresh)
        {
            if ((await hold.Run(pair.Id, me, stop, PairActs.StopMentoring)).Held is null)
                return new("mentorship.has-ended");
            db.Add(
                new ChangeRequest
                {
                    MentorshipId = pair.Id,
                    By = me,
                    Kind = ChangeKind.MustStop,
                    Reason = Values.Trimmed(reason),
                    At = now,
                }
            );
            await events.Publish(new ChangeAsked(pair.Id), stop);
        }
        journal.Note(JournalKinds.MentorStops, me, me, after: $"{fresh.Count}");
        await TellStaff(pairs, me, now, stop);
        await write.Commit(stop);
        return null;
    }

    private async Task TellStaff(List<Mentorship> pairs, PersonId me, Instant now, CancellationToken stop)
    {
        var mentor = await db.People.SingleAsync(p => p.Id == me, stop);
        var mentees = pairs.Select(p => p.MenteeId).ToHashSet();
        var staff = await db.Coordinators.Where(p => p.Id != me).Select(p => p.Id).ToListAsync(stop);
        // A coordinator who is one of the mentees does not hear of it here.
        foreach (var one in staff.Where(s => !mentees.Contains(s)))
            notify.Notify(
                new(MentorshipNews.MentorStops, one, [mentor.EveryName, Several.Plain($"{pairs.Count}")], PersonPages.Of(me), now)
            );
    }
}

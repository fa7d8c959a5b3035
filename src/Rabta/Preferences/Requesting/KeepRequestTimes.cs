using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Jobs;
using Rabta.Platform.Journal;
using Rabta.Platform.News;

namespace Rabta.Preferences.Requesting;

/// <summary>After a week a mentor is reminded once; after two the request is closed, and both are told.</summary>
public sealed class KeepRequestTimes(RabtaDb db, INotify notify, JournalOf journal, IClock clock) : IHousekeep
{
    public async Task Sweep(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var (week, twoWeeks) = (now - MentorRequest.RemindAfter, now - MentorRequest.CloseAfter);
        var due = db.MentorRequests.Where(r => r.State == RequestState.Open && r.At <= week && (r.RemindedAt == null || r.At <= twoWeeks));
        foreach (var cohort in await due.Select(r => r.CohortId).Distinct().ToListAsync(stop))
        {
            await using var write = await db.BeginWrite(JournalKinds.RequestClosed.Or(JournalKinds.RequestReminded), stop);
            // An answer given at this moment comes before this sweep or after it. Another server that sweeps finds nothing due.
            await db.HoldLock(cohort.Value, stop);
            var requests = await due.Where(r => r.CohortId == cohort).ToListAsync(stop);
            var ids = requests.SelectMany(r => new[] { r.MenteeId, r.MentorId }).Distinct().ToList();
            var names = (await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop)).ToDictionary(
                p => p.Id,
                p => p.EveryName
            );
            foreach (var request in requests)
            {
                var path = $"/requests/{request.Id.Value}";
                if (request.At <= twoWeeks)
                {
                    request.Settle(RequestState.Closed, null, now);
                    journal.Note(JournalKinds.RequestClosed, request.Id.Value, null);
                    notify.Notify(new(RequestNews.ClosedForMentee, request.MenteeId, [names[request.MentorId]], path, now));
                    notify.Notify(new(RequestNews.ClosedForMentor, request.MentorId, [names[request.MenteeId]], path, now));
                }
                else
                {
                    request.Remind(now);
                    journal.Note(JournalKinds.RequestReminded, request.Id.Value, null);
                    notify.Notify(new(RequestNews.Reminder, request.MentorId, [names[request.MenteeId]], path, now));
                }
            }
            await write.Commit(stop);
            db.ChangeTracker.Clear();
        }
    }
}

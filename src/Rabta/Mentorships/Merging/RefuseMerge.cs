using Microsoft.EntityFrameworkCore;
using Rabta.People.Merging;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Programmes;

namespace Rabta.Mentorships.Merging;

/// <summary>
/// Refuses to merge two who were paired with each other, as they are two people; and two mentees who each have a mentor in one cohort: a
/// coordinator first says which pair stays.
/// </summary>
public sealed class RefuseMerge(RabtaDb db) : IHandle<PeopleMerging>
{
    public async Task Handle(PeopleMerging told, CancellationToken stop)
    {
        var (one, other) = (told.Kept.Id, told.Gone.Id);
        var pairs = db.Mentorships.Where(m => m.Ending != HowEnded.TakenBack);
        if (await pairs.AnyAsync(m => (m.MentorId == one && m.MenteeId == other) || (m.MentorId == other && m.MenteeId == one), stop))
            told.Refused = (new("merge.paired"), typeof(Texts));
        else if (
            await pairs
                .Where(m => m.EndedAt == null && (m.MenteeId == one || m.MenteeId == other))
                .GroupBy(m => m.CohortId)
                .AnyAsync(g => g.Count() > 1, stop)
        )
            told.Refused = (new("merge.two-mentors"), typeof(Texts));
    }
}

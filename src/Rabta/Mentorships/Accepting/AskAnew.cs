using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Accepting;

/// <summary>When the ground rules change, everyone in a standing mentorship is asked to read them again.</summary>
public sealed class AskAnew(RabtaDb db, INotify notify, IClock clock) : IHandle<GroundRulesChanged>
{
    public async Task Handle(GroundRulesChanged told, CancellationToken stop)
    {
        var programme = await db.Programmes.SingleAsync(p => p.Id == told.Programme, stop);
        var pairs = await db
            .Mentorships.Where(m => m.ProgrammeId == told.Programme && m.EndedAt == null)
            .Select(m => new
            {
                m.Id,
                m.MentorId,
                m.MenteeId,
            })
            .ToListAsync(stop);
        var first = pairs.SelectMany(p => new[] { (Person: p.MentorId, p.Id), (Person: p.MenteeId, p.Id) }).DistinctBy(p => p.Person);
        foreach (var (person, mentorship) in first)
            notify.Notify(
                new(MentorshipNews.RulesChanged, person, [programme.Name], $"/mentorships/{mentorship.Value}", clock.GetCurrentInstant())
            );
    }
}

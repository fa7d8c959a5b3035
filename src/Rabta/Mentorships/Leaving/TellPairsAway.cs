using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.People.Away;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Platform.Web;

namespace Rabta.Mentorships.Leaving;

/// <summary>Tells those who are paired with somebody that they are away, or back.</summary>
public sealed class TellPairsAway(
    RabtaDb db,
    INotify notify,
    Languages languages,
    Dates dates,
    CurrentInstitution institution,
    IClock clock
) : IHandle<AwayChanged>
{
    public async Task Handle(AwayChanged told, CancellationToken stop)
    {
        var (person, now) = (told.Person, clock.GetCurrentInstant());
        var partners = await db
            .Mentorships.Where(m => m.EndedAt == null && (m.MentorId == person.Id || m.MenteeId == person.Id))
            .Join(db.People, m => m.MentorId == person.Id ? m.MenteeId : m.MentorId, p => p.Id, (m, p) => new { m.Id, Partner = p })
            .AsNoTracking()
            .ToListAsync(stop);
        foreach (var pair in partners.DistinctBy(x => x.Partner.Id))
            notify.Notify(
                person.AwayUntil is { } until
                    ? new(
                        MentorshipNews.PartnerAway,
                        pair.Partner.Id,
                        [person.EveryName, Day(until, pair.Partner)],
                        PairPages.Of(pair.Id),
                        now
                    )
                    : new(MentorshipNews.PartnerBack, pair.Partner.Id, [person.EveryName], PairPages.Of(pair.Id), now)
            );
    }

    private Several Day(Instant until, Person reader) =>
        languages.Each(() => dates.Day(LastDayAway.Of(until, Zone.Of(reader.Zone, institution.Found))));
}

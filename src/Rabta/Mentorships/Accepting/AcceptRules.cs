using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Accepting;

/// <summary>Accepts the ground rules as they stand. A mentor does so once, for all their mentees of the programme.</summary>
public sealed class AcceptRules(RabtaDb db, HoldPair hold, INotify notify, JournalOf journal, Events events, IClock clock)
{
    public async Task<Refusal?> Run(MentorshipId id, int version, PersonId me, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RulesAccepted, stop);
        var (held, _) = await hold.Run(id, me, stop, PairActs.AcceptRules);
        if (held is null)
            return new("mentorship.has-ended");
        var scheme = held.Pair.ProgrammeId;
        // If both accept at the same moment, the second one finds that the first has accepted, and the days to meet begin.
        await db.HoldLock(scheme.Value, stop);
        var current = await db.GroundRules.Where(r => r.ProgrammeId == scheme).MaxAsync(r => r.Version, stop);
        if (version != current)
            return new("rules.newer");
        var now = clock.GetCurrentInstant();
        var isNew = !await db.Acceptances.AnyAsync(a => a.ProgrammeId == scheme && a.PersonId == me && a.Version == version, stop);
        if (isNew)
            db.Add(
                new Acceptance
                {
                    ProgrammeId = scheme,
                    PersonId = me,
                    Version = version,
                    At = now,
                }
            );
        var pairs = await db
            .Mentorships.Where(m => m.ProgrammeId == scheme && m.EndedAt == null && (m.MentorId == me || m.MenteeId == me))
            .ToListAsync(stop);
        var with = await db.Programmes.SingleAsync(p => p.Id == scheme, stop);
        var ready = pairs.Where(pair => pair.Accept(me, version, now)).ToList();
        if (ready.Count > 0)
            await events.Publish(new BothAccepted(ready, with), stop);
        // A person who accepts after saying "I can't" has changed their mind.
        var declined = await db
            .ChangeRequests.Where(c => c.MentorshipId == id && c.By == me && c.Kind == ChangeKind.CantTakeOn && c.SettledAt == null)
            .ToListAsync(stop);
        foreach (var request in declined)
            request.SettledAt = now;
        if (isNew || declined.Count > 0)
            journal.Note(JournalKinds.RulesAccepted, scheme.Value, me, after: $"{version}");
        if (isNew)
            Notify(await db.People.SingleAsync(p => p.Id == me, stop), pairs, now);
        await write.Commit(stop);
        return null;
    }

    private void Notify(Person mine, List<Mentorship> pairs, Instant now)
    {
        foreach (var pair in pairs)
            notify.Notify(new(MentorshipNews.PartnerAccepted, pair.Other(mine.Id), [mine.EveryName], $"/mentorships/{pair.Id.Value}", now));
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.News;
using Rabta.Programmes;

namespace Rabta.Mentorships.Ending;

/// <summary>Whom the end of a pair is told; nobody is told why it ended.</summary>
[Flags]
public enum ToldOfEnd
{
    Nobody = 0,
    Mentor = 1,
    Mentee = 2,
    Both = Mentor | Mentee,
}

/// <summary>
/// Ends one pair, and begins the next where the mentee goes on with another mentor. Within the caller's transaction and the cohort's lock;
/// the caller holds the pair.
/// </summary>
public sealed class EndPair(
    RabtaDb db,
    BeginPairs begin,
    IKeepApart apart,
    INotify notify,
    ListOfNames list,
    JournalOf journal,
    Events events
)
{
    /// <param name="begun">Gains the pair that begins; <see cref="TellNewMentors"/> tells its mentor.</param>
    public async Task<Refusal?> Run(
        HeldPair held,
        PersonId? moveTo,
        string? reason,
        ToldOfEnd told,
        PersonId by,
        List<Mentorship> begun,
        CancellationToken stop
    )
    {
        var (old, now) = (held.Pair, held.Now);
        if (now < old.BeganAt + Mentorship.Quiet && old.Round is not null)
            return new("ending.too-early");
        if (old.End(moveTo is null ? HowEnded.Ended : HowEnded.Moved, now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(stop);
        var programme = await db.Programmes.SingleAsync(p => p.Id == old.ProgrammeId, stop);
        var (mentor, mentee) = (await Person(old.MentorId, stop), await Person(old.MenteeId, stop));
        if (moveTo is { } next && await Move(old, next, programme, mentee, by, now, begun, stop) is { } no)
            return no;
        if (moveTo is null && told.HasFlag(ToldOfEnd.Mentee))
            Notify(mentee, mentor, programme, now);
        if (told.HasFlag(ToldOfEnd.Mentor))
            Notify(mentor, mentee, programme, now);
        foreach (var open in await db.ChangeRequests.Where(c => c.MentorshipId == old.Id && c.SettledAt == null).ToListAsync(stop))
            open.SettledAt = now;
        await events.Publish(new MentorshipEnded(old.Id, by), stop);
        journal.Note(
            moveTo is null ? JournalKinds.MentorshipEnded : JournalKinds.MentorshipMoved,
            old.Id.Value,
            by,
            Values.Trimmed(reason),
            "standing",
            "ended",
            mentee.Id
        );
        return null;
    }

    /// <summary>Tells each mentor once of all who begin with them here.</summary>
    public async Task TellNewMentors(IReadOnlyCollection<Mentorship> begun, CancellationToken stop)
    {
        var ids = begun.SelectMany(m => new[] { m.MentorId, m.MenteeId }).Distinct().ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var pairs in begun.GroupBy(m => (m.MentorId, m.ProgrammeId)))
        {
            var (first, names) = (pairs.First(), pairs.Select(m => people[m.MenteeId].EveryName).ToList());
            var programme = await db.Programmes.SingleAsync(p => p.Id == pairs.Key.ProgrammeId, stop);
            notify.Notify(
                new(
                    MentorshipNews.BeganForMentor,
                    pairs.Key.MentorId,
                    [list.Of(names), programme.Name, Several.Plain($"{names.Count}")],
                    names.Count == 1 ? PairPages.Of(first.Id) : "/",
                    first.BeganAt
                )
            );
        }
    }

    private async Task<Refusal?> Move(
        Mentorship old,
        PersonId to,
        Programme programme,
        Person mentee,
        PersonId by,
        Instant now,
        List<Mentorship> begun,
        CancellationToken stop
    )
    {
        if (to == old.MentorId || to == old.MenteeId)
            return new("move.same");
        if (await db.PlacesIn(old.CohortId, now).SingleOrDefaultAsync(p => p.Mentor == to, stop) is not { } theirs)
            return new("move.no-mentor");
        var mentor = await Person(to, stop);
        if (theirs.Free <= 0)
            return new("move.full", mentor.DisplayName);
        if (await apart.Must(old.CohortId, to, old.MenteeId, stop))
            return new("move.conflict", mentor.DisplayName, mentee.DisplayName);
        var next = new Mentorship(old.ProgrammeId, old.CohortId, to, old.MenteeId, [new Reason(ReasonKind.Chosen)], null, now, by);
        await begin.Run([next], programme, stop);
        await db.SaveChangesAsync(stop);
        begun.Add(next);
        notify.Notify(new(MentorshipNews.BeganForMentee, mentee.Id, [mentor.EveryName, programme.Name], PairPages.Of(next.Id), now));
        return null;
    }

    private void Notify(Person to, Person partner, Programme programme, Instant now) =>
        notify.Notify(new(MentorshipNews.Ended, to.Id, [partner.EveryName, programme.Name], "/", now));

    private Task<Person> Person(PersonId id, CancellationToken stop) => db.People.SingleAsync(p => p.Id == id, stop);
}

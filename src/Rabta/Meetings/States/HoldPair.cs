using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.States;

/// <summary>A pair that one of its two holds for as long as the transaction lasts.</summary>
public sealed record HeldPair(Mentorship Pair, Meeting? Newest, PairState State, Person Me, Person Partner, Instant Now)
{
    public bool IAmMentor => Pair.MentorId == Me.Id;
}

/// <summary>
/// Takes hold of a pair before an act: it takes the lock, reads the pair and its newest meeting, and asks the rules. If both act at the
/// same moment, the second is told what happened instead.
/// </summary>
public sealed class HoldPair(RabtaDb db, Dates dates, Zone zone, IClock clock)
{
    /// <param name="seen">The revision of the newest meeting that the person saw; null where it does not matter.</param>
    public async Task<(HeldPair? Held, Refusal? Why)> Run(MentorshipId id, Act act, int? seen, PersonId me, CancellationToken stop)
    {
        await db.HoldLock(id.Value, stop);
        var pair = await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id && (m.MentorId == me || m.MenteeId == me), stop);
        if (pair is null || !pair.IsStanding)
            return (null, new("now.Ended"));
        var newest = await db.Meetings.FirstOrDefaultAsync(m => m.MentorshipId == id && m.FollowedAt == null, stop);
        var (other, now) = (pair.Other(me), clock.GetCurrentInstant());
        var people = await db.People.Where(p => p.Id == me || p.Id == other).ToListAsync(stop);
        var held = new HeldPair(
            pair,
            newest,
            PairRules.Of(pair, newest, now),
            people.Single(p => p.Id == me),
            people.Single(p => p.Id == other),
            now
        );
        var may = PairRules.May(held.State, act, held.IAmMentor, newest?.By == me);
        return may && (seen is null || seen == (newest?.Revision ?? 0)) ? (held, null) : (null, Instead(held));
    }

    /// <summary>What happened in the meantime, in words.</summary>
    public Refusal Instead(HeldPair held)
    {
        var newest = held.Newest;
        if (newest is null)
            return new($"now.{held.State}");
        var mine = newest.By == held.Me.Id ? "mine" : "theirs";
        var partner = held.Partner.NameIn(CultureInfo.CurrentUICulture);
        var at = newest.At is { } time ? dates.When(time, held.Now, zone.Here) : "";
        return held.State == PairState.Begun ? new("now.Begun", partner, at) : new($"now.{newest.State}.{mine}", partner, at);
    }
}

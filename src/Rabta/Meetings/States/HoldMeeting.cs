using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Meetings.States;

/// <summary>A pair with its newest meeting that one of its two holds for as long as the write lasts.</summary>
/// <param name="Meetings">Tracked: what is recorded on it is stored with the write.</param>
public sealed record HeldMeeting(
    Mentorship Pair,
    Meeting? Newest,
    PairMeetings Meetings,
    PairState State,
    Person Me,
    Person Partner,
    Instant Now
);

/// <summary>
/// Takes hold of a pair and its newest meeting before an act about meetings. A person who saw an older revision is told what happened
/// instead.
/// </summary>
public sealed class HoldMeeting(RabtaDb db, HoldPair hold, Dates dates, Zone zone, IClock clock)
{
    /// <param name="seen">The revision of the newest meeting that the person saw; null where it does not matter.</param>
    public async Task<(HeldMeeting? Held, Refusal? Why)> Run(MentorshipId id, Act act, int? seen, PersonId me, CancellationToken stop)
    {
        var (allowed, state) = await hold.Run(id, me, stop, act);
        if (state == PairState.Ended)
            return (null, new("now.Ended"));
        // Read by now: it is found among what the write holds.
        var pair = (await db.Mentorships.FindAsync([id], stop))!;
        var newest = await db.NewestOf(id, stop);
        var other = pair.Other(me);
        var people = await db.People.Where(p => p.Id == me || p.Id == other).ToListAsync(stop);
        var held = new HeldMeeting(
            pair,
            newest,
            await db.KeepMeetingsOf(id, stop),
            state,
            people.Single(p => p.Id == me),
            people.Single(p => p.Id == other),
            clock.GetCurrentInstant()
        );
        return allowed is not null && (seen is null || seen == (newest?.Revision ?? 0)) ? (held, null) : (null, Instead(held));
    }

    /// <summary>What happened in the meantime, in words.</summary>
    public Refusal Instead(HeldMeeting held)
    {
        var newest = held.Newest;
        if (newest is null)
            return new($"now.{held.State}");
        var mine = newest.By == held.Me.Id ? "mine" : "theirs";
        var partner = held.Partner.DisplayName;
        var at = newest.At is { } time ? dates.When(time, held.Now, zone.OfReader) : "";
        return held.State == PairState.Begun ? new("now.Begun", partner, at) : new($"now.{newest.State}.{mine}", partner, at);
    }
}

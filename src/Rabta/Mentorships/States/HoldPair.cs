using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Mentorships.States;

/// <summary>A pair that somebody holds for as long as the write lasts.</summary>
/// <param name="Act">Of the acts that were asked for, the one that is allowed.</param>
public sealed record HeldPair(Mentorship Pair, PairState State, Act Act, Instant Now);

/// <summary>The texts of the module that asks: why a coordinator may not do it.</summary>
/// <param name="Own">It is a pair of their own.</param>
/// <param name="NotNow">The pair has not ended, and stands where the act is not allowed.</param>
public sealed record NotForStaff(string Ended, string Own, string NotNow);

/// <summary>
/// Takes hold of a pair before an act: it takes the lock, reads the pair and asks the act whether it is allowed. If both act at the same
/// moment, the second waits, and finds what the first has made of the pair.
/// </summary>
public sealed class HoldPair(RabtaDb db, IFindState find, IClock clock)
{
    /// <summary>For one of the two. The state is <see cref="PairState.Ended"/> where there is no such pair of theirs.</summary>
    /// <returns>The pair where one of the acts is allowed; else nothing, and the state that does not allow it.</returns>
    public async Task<(HeldPair? Held, PairState State)> Run(
        MentorshipId id,
        PersonId me,
        CancellationToken stop,
        params IReadOnlyList<Act> acts
    )
    {
        await db.HoldLock(id.Value, stop);
        var pair = await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id && (m.MentorId == me || m.MenteeId == me), stop);
        if (pair is null)
            return (null, PairState.Ended);
        var now = clock.GetCurrentInstant();
        var standing = await find.Of(pair, now, stop);
        var may = acts.FirstOrDefault(act => act.May(standing.State, pair.MentorId == me, standing.Proposer == me));
        return (may is null ? null : new(pair, standing.State, may, now), standing.State);
    }

    /// <summary>For a coordinator, who has no say in a pair of their own.</summary>
    public async Task<(HeldPair? Held, Refusal? Why)> ForStaff(
        MentorshipId id,
        Act act,
        PersonId by,
        NotForStaff texts,
        CancellationToken stop
    )
    {
        await db.HoldLock(id.Value, stop);
        if (await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id, stop) is not { } pair)
            return (null, new(texts.Ended));
        if (pair.Has(by))
            return (null, new(texts.Own));
        var now = clock.GetCurrentInstant();
        var state = (await find.Of(pair, now, stop)).State;
        return act.WhoMay(state) == Who.Coordinator
            ? (new(pair, state, act, now), null)
            : (null, new(state == PairState.Ended ? texts.Ended : texts.NotNow));
    }
}

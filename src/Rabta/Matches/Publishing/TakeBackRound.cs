using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.News;
using Rabta.Preferences;

namespace Rabta.Matches.Publishing;

/// <summary>
/// Within ten minutes a publication is taken back: its mentorships end before anyone was told, the requests it settled wait again, and the
/// round is in review.
/// </summary>
public sealed class TakeBackRound(RabtaDb db, INotify notify, JournalOf journal, IClock clock)
{
    public async Task<Refusal?> Run(RoundId id, PersonId by, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.RoundTakenBack, stop);
        if (await db.Hold(id, stop) is not { } round)
            return new("round.gone");
        var now = clock.GetCurrentInstant();
        if (round.TakeBack(now) is { } refusal)
            return refusal;
        if (await notify.TakeBack(id.Value, stop) > 0)
            return new("take-back.too-late");
        // A newer round took these mentorships as given, so it is deleted. The coordinator can run it again.
        await db.Rounds.Where(r => r.CohortId == round.CohortId && r.Id != id && r.State != RoundState.Published).ExecuteDeleteAsync(stop);
        var begun = await db.Mentorships.Where(m => m.Round == id.Value && m.EndedAt == null).ToListAsync(stop);
        foreach (var mentorship in begun)
        {
            mentorship.End(HowEnded.TakenBack, now);
            journal.Note(
                Mentorships.JournalKinds.MentorshipTakenBack,
                mentorship.Id.Value,
                by,
                before: "standing",
                after: "ended",
                onBehalfOf: mentorship.MenteeId
            );
        }
        foreach (
            var request in await db.MentorRequests.Where(r => r.Round == id.Value && r.State == RequestState.Settled).ToListAsync(stop)
        )
            request.Reopen();
        journal.Note(JournalKinds.RoundTakenBack, id.Value, by, before: nameof(RoundState.Published), after: nameof(RoundState.InReview));
        await write.Commit(stop);
        return null;
    }
}

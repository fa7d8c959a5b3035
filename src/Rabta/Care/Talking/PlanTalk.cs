using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rabta.Mentorships;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Web;

namespace Rabta.Care.Talking;

/// <summary>A coordinator will talk to them, on a day. Until then the queue leaves the pair alone.</summary>
public sealed class PlanTalk(RabtaDb db, JournalOf journal, CurrentInstitution institution, IClock clock)
{
    public const int DaysAhead = 60;

    /// <summary>The institution's day, wherever the coordinator is.</summary>
    public LocalDate Today => clock.GetCurrentInstant().InZone(Here).Date;

    private DateTimeZone Here => Zone.Of(null, institution.Found);

    public async Task<Refusal?> Run(MentorshipId id, LocalDate? day, PersonId by, CancellationToken stop)
    {
        if (day is not { } on || on < Today || on > Today.PlusDays(DaysAhead))
            return new("talk.which-day", DaysAhead);
        await using var write = await db.BeginWrite(JournalKinds.MentorshipTalkPlanned, stop);
        await db.HoldLock(id.Value, stop);
        if (await db.Mentorships.FirstOrDefaultAsync(m => m.Id == id, stop) is not { IsStanding: true } pair)
            return new("mentorship.has-ended");
        if (pair.Has(by))
            return new("ending.own");
        var begins = on.AtStartOfDayInZone(Here).ToInstant();
        // If two coordinators choose the same day, they mean the same talk.
        if (pair.TalkOn == on && pair.RestsUntil == begins)
            return null;
        pair.Talk(on, begins);
        journal.Note(JournalKinds.MentorshipTalkPlanned, id.Value, by, after: LocalDatePattern.Iso.Format(on));
        await write.Commit(stop);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Web;

namespace Rabta.Care.Talking;

/// <summary>A coordinator will talk to them, on a day. Until then the queue leaves the pair alone.</summary>
public sealed class PlanTalk(RabtaDb db, HoldPair hold, JournalOf journal, CurrentInstitution institution, IClock clock)
{
    public const int DaysAhead = 60;

    private static readonly NotForStaff No = new("mentorship.has-ended", "ending.own", "mentorship.has-ended");

    /// <summary>The institution's day, wherever the coordinator is.</summary>
    public LocalDate Today => clock.GetCurrentInstant().InZone(InstitutionZone).Date;

    private DateTimeZone InstitutionZone => Zone.Of(null, institution.Found);

    public async Task<Refusal?> Run(MentorshipId id, LocalDate? day, PersonId by, CancellationToken stop)
    {
        if (day is not { } on || on < Today || on > Today.PlusDays(DaysAhead))
            return new("talk.which-day", DaysAhead);
        await using var write = await db.BeginWrite(JournalKinds.MentorshipTalkPlanned, stop);
        var (held, no) = await hold.ForStaff(id, CareActs.PlanTalk, by, No, stop);
        if (held is null)
            return no;
        var care = await db.KeepCareOf(id, stop);
        var begins = on.AtStartOfDayInZone(InstitutionZone).ToInstant();
        // If two coordinators choose the same day, they mean the same talk.
        if (care.TalkOn == on && care.SnoozedUntil == begins)
            return null;
        care.Talk(on, begins);
        journal.Note(JournalKinds.MentorshipTalkPlanned, id.Value, by, after: LocalDatePattern.Iso.Format(on));
        await write.Commit(stop);
        return null;
    }
}

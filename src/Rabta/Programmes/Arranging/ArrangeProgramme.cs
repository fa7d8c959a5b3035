using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Events;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;

namespace Rabta.Programmes.Arranging;

/// <summary>Everything a coordinator says about a programme on one page.</summary>
public sealed record Arrangement(
    Several Name,
    Several Purpose,
    Several IsNot,
    int Months,
    int HoursPerMonth,
    int WeeksBetweenMeetings,
    int PlacesPerMentor,
    bool FirstMeetingInPerson,
    int FirstMeetingDays,
    Several TurnTo,
    string? TurnToPhone,
    string? Helpline,
    Several Rules,
    bool MenteesMayAsk = false
);

/// <summary>Opens a programme or changes one. Changed ground rules become a new version that everyone accepts anew.</summary>
public sealed class ArrangeProgramme(
    RabtaDb db,
    OpenProgramme open,
    CurrentInstitution institution,
    JournalOf journal,
    Events events,
    IClock clock
)
{
    public async Task<Refusal?> Run(ProgrammeId id, Arrangement arrangement, PersonId by, CancellationToken stop)
    {
        if (arrangement.Name.IsEmpty)
            return new("programme.no-name");
        if (
            arrangement.Months is < 1 or > 120
            || arrangement.HoursPerMonth is < 1 or > 40
            || arrangement.WeeksBetweenMeetings is < 1 or > 26
            || arrangement.PlacesPerMentor is < 0 or > 50
            || arrangement.FirstMeetingDays is < 1 or > 120
        )
            return new("programme.numbers");
        if (arrangement.Rules.IsEmpty)
            return new("programme.no-rules");
        await using var write = await db.BeginWrite(JournalKinds.ProgrammeArranged, stop);
        var programme =
            await db.Programmes.FirstOrDefaultAsync(p => p.Id == id, stop)
            ?? (await open.Run(arrangement.Name.Texts.Values.First(), by, stop, id)).Programme;
        if (programme.Id != id)
            return new("programme.name-taken");
        if ((await db.Programmes.Where(p => p.Id != id).ToListAsync(stop)).Any(other => arrangement.Name.Texts.Values.Any(other.IsCalled)))
            return new("programme.name-taken");
        Set(programme, arrangement);
        (await db.Institutions.SingleAsync(i => i.Id == institution.Found!.Id, stop)).Helpline = arrangement.Helpline;
        var rules = await db.GroundRules.Where(r => r.ProgrammeId == id).OrderByDescending(r => r.Version).FirstAsync(stop);
        if (!rules.Rules.Equals(arrangement.Rules))
        {
            db.Add(new GroundRules(id, rules.Version + 1, arrangement.Rules, clock.GetCurrentInstant()));
            journal.Note(JournalKinds.GroundRulesChanged, id.Value, by, after: $"{rules.Version + 1}");
            await events.Publish(new GroundRulesChanged(id, rules.Version + 1), stop);
        }
        journal.Note(JournalKinds.ProgrammeArranged, id.Value, by);
        await write.Commit(stop);
        return null;
    }

    private static void Set(Programme programme, Arrangement a)
    {
        (programme.Name, programme.Purpose, programme.IsNot) = (a.Name, a.Purpose, a.IsNot);
        (programme.Months, programme.HoursPerMonth, programme.WeeksBetweenMeetings) = (a.Months, a.HoursPerMonth, a.WeeksBetweenMeetings);
        (programme.PlacesPerMentor, programme.FirstMeetingInPerson, programme.FirstMeetingDays) = (
            a.PlacesPerMentor,
            a.FirstMeetingInPerson,
            a.FirstMeetingDays
        );
        (programme.TurnTo, programme.TurnToPhone, programme.MenteesMayAsk) = (a.TurnTo, a.TurnToPhone, a.MenteesMayAsk);
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Web;

namespace Rabta.Programmes.Arranging;

/// <summary>Finds a programme by its name, or opens it with sensible defaults and a cohort for this academic year.</summary>
public sealed class OpenProgramme(
    RabtaDb db,
    CurrentInstitution institution,
    Languages languages,
    DefaultRules usual,
    JournalOf journal,
    IClock clock
)
{
    /// <summary>Within the caller's transaction.</summary>
    public async Task<(Programme Programme, Cohort Cohort)> Run(string name, PersonId? by, CancellationToken stop, ProgrammeId? id = null)
    {
        var wanted = name.Trim();
        var programme = (await db.Programmes.ToListAsync(stop)).FirstOrDefault(p => p.IsCalled(wanted));
        if (programme is null)
        {
            programme = new Programme(languages.Written(wanted), id) { Purpose = usual.Purpose, IsNot = usual.IsNot };
            db.Add(programme);
            db.Add(new GroundRules(programme.Id, 1, usual.Rules, clock.GetCurrentInstant()));
            journal.Note(JournalKinds.ProgrammeOpened, programme.Id.Value, by, after: wanted);
        }
        var cohort = await db.Cohorts.NewestOf(programme.Id).FirstOrDefaultAsync(stop);
        if (cohort is null)
        {
            var year = Cohort.YearOf(clock.GetCurrentInstant().InZone(Zone.Of(null, institution.Found)).Date);
            cohort = new Cohort(programme.Id, Several.Plain($"{year}–{(year + 1) % 100:00}"), year);
            db.Add(cohort);
        }
        await db.SaveChangesAsync(stop);
        return (programme, cohort);
    }
}

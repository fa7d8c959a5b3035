using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes.Arranging;

namespace Rabta.Programmes.Enrolling;

/// <summary>Gives one person a part in the current cohort of a programme. Twice is once.</summary>
public sealed class Enrol(RabtaDb db, OpenProgramme open, JournalOf journal)
{
    public async Task Run(string programme, PersonId person, ProgrammeRole role, CancellationToken stop)
    {
        await using var write = await db.BeginWrite(JournalKinds.PersonEnrolled, stop);
        var (_, cohort) = await open.Run(programme, null, stop);
        if (await db.Enrolments.AnyAsync(e => e.CohortId == cohort.Id && e.PersonId == person && e.Role == role, stop))
            return;
        db.Add(
            new Enrolment
            {
                CohortId = cohort.Id,
                PersonId = person,
                Role = role,
            }
        );
        journal.Note(JournalKinds.PersonEnrolled, person, null, after: role.ToString());
        await write.Commit(stop);
    }
}

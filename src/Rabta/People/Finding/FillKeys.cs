using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;

namespace Rabta.People.Finding;

/// <summary>People stored before there were keys get theirs, so that they are found.</summary>
public sealed class FillKeys(EachInstitution each) : IFillColumns
{
    private const int Portion = 500;

    public string Left => "SELECT 1 FROM people WHERE \"NameKeys\" = '' LIMIT 1";

    public Task Run(CancellationToken stop) => each.Run(get => Fill(get.GetRequiredService<RabtaDb>(), stop), stop);

    private static async Task Fill(RabtaDb db, CancellationToken stop)
    {
        while (await db.People.Where(p => p.NameKeys == "").OrderBy(p => p.Id).Take(Portion).ToListAsync(stop) is { Count: > 0 } people)
        {
            await using var write = await db.BeginAside(
                new NotJournaled("Nothing about the person changes, only how they are found."),
                stop
            );
            foreach (var person in people)
                person.KeepKeys();
            await write.Commit(stop);
            db.ChangeTracker.Clear();
        }
    }
}

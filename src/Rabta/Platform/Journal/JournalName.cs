using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Journal;

public readonly record struct JournalNameId(Guid Value) : IId<JournalNameId>
{
    public static JournalNameId From(Guid value) => new(value);
}

/// <summary>
/// The pseudonym under which the journal names a person. Only this row leads from one to the other: when it is deleted, nobody can tell any
/// more whom the lines are about. Two people who turn out to be one are linked by giving both pseudonyms to the one who stays.
/// </summary>
[SeenBy(Audience.Nobody)]
public sealed class JournalName : IBelongToInstitution
{
    public JournalNameId Id { get; init; } = Ids.New<JournalNameId>();
    public InstitutionId InstitutionId { get; private set; }

    [SeenBy(Audience.Nobody)]
    public PersonId PersonId { get; set; }
}

internal sealed class JournalNameMapping : IEntityTypeConfiguration<JournalName>
{
    public void Configure(EntityTypeBuilder<JournalName> builder)
    {
        builder.Owned("journal_names");
        builder.HasIndex(n => new { n.InstitutionId, n.PersonId });
    }
}

/// <summary>Finds the pseudonyms of people, and gives one to each person who has none.</summary>
internal static class JournalNames
{
    public static async Task<Dictionary<PersonId, JournalNameId>> Of(
        RabtaDb db,
        IReadOnlyCollection<PersonId> people,
        CancellationToken stop
    )
    {
        var wanted = people.Distinct().ToList();
        var names = new Dictionary<PersonId, JournalNameId>();
        foreach (var some in wanted.Chunk(500))
        foreach (
            var name in await db.Set<JournalName>()
                .AsNoTracking()
                .Where(n => some.Contains(n.PersonId))
                .OrderBy(n => n.Id)
                .ToListAsync(stop)
        )
            names.TryAdd(name.PersonId, name.Id);
        foreach (var person in wanted.Where(p => !names.ContainsKey(p)))
        {
            var name = new JournalName { PersonId = person };
            db.Add(name);
            names[person] = name.Id;
        }
        return names;
    }
}

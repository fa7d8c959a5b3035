using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes;
using Rabta.Tests.Walls.Modules;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>
/// A canary in every text of every row, and every page read by everybody: a text shows only to whom its field says. No text is named
/// here, so that none can be forgotten. What a person may choose about a field is asked in <see cref="AudienceTests"/>.
/// </summary>
public sealed class EveryTextTests
{
    /// <summary>Texts that are read by the machine: a key, a language, an address of ours. A canary would only break them.</summary>
    private static readonly string[] Keys =
    [
        "Notice.Kind",
        "Notice.Path",
        "Notice.Reason",
        "Person.Language",
        "Person.Zone",
        "RoundUnmatched.Reason",
        "RoundUnmatched.Removals",
        "TalkingPoint.Ready",
        "ImportDraft.Programme",
        "ImportDraft.Result",
        "ImportDraft.MentorMaps",
        "ImportDraft.MenteeMaps",
        "JournalEntry.What",
    ];

    private sealed record Canary(
        string Mark,
        string Field,
        IReadOnlyList<Audience> Audiences,
        HashSet<PersonId> Owners,
        HashSet<PersonId> Named
    );

    [Theory, OnBoth]
    public async Task Every_text_is_read_only_by_whom_its_field_says(Engine on)
    {
        await using var world = await WalledModule.World(on);
        var cast = await WalledModule.PutEverything(world);
        var pairs = await world.Ask(db => db.Mentorships.AsNoTracking().Select(m => new { m.MentorId, m.MenteeId }).ToListAsync());
        var partners = pairs
            .SelectMany(p => new[] { (p.MentorId, p.MenteeId), (p.MenteeId, p.MentorId) })
            .ToLookup(p => p.Item1, p => p.Item2);
        var canaries = await Release(world);
        var wrong = new List<string>();
        foreach (var person in new[] { null, cast.Omar, cast.Zara, cast.Nida, cast.Bilal, cast.Sara, cast.Huda })
        {
            using var phone = person is null ? world.Visit() : await world.SignIn(person);
            var html = string.Join('\n', (await Crawl.From(phone)).Select(p => p.Html));
            foreach (
                var canary in canaries.Where(c => html.Contains(c.Mark, StringComparison.OrdinalIgnoreCase) && !May(person, c, partners))
            )
                wrong.Add($"{canary.Field} ({string.Join(", ", canary.Audiences)}) was shown to {person?.AddressKey ?? "a stranger"}");
        }
        await world.SendMail(Duration.FromDays(1));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.Empty(world.Log.Lines.Where(line => canaries.Any(c => line.Contains(c.Mark, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task Every_table_with_a_text_about_somebody_has_a_row_to_carry_a_canary()
    {
        await using var world = await WalledModule.World(Engine.Sqlite);
        await WalledModule.PutEverything(world);

        var carried = (await Release(world)).Select(c => c.Field).ToHashSet();

        var without = (await world.Ask(db => Task.FromResult(Texts(db).Select(t => t.Name).ToList()))).Except(carried);
        Assert.True(!without.Any(), $"No row carries {string.Join(", ", without)}: put one in CastEverything.");
    }

    [Theory, OnBoth]
    public async Task A_planted_leak_is_found(Engine on)
    {
        await using var world = await WalledModule.World(on);
        var cast = await WalledModule.PutEverything(world);
        var own = (await Release(world)).First(c => c.Field == "OwnNote.Text" && c.Owners.Contains(cast.Omar.Id));
        var nobody = Array.Empty<PersonId>().ToLookup(p => p);

        Assert.True(May(cast.Omar, own, nobody));
        Assert.False(May(cast.Sara, own, nobody));
        Assert.False(May(cast.Huda, own, nobody));
        Assert.False(May(null, own, nobody));
    }

    private static bool May(Person? reader, Canary canary, ILookup<PersonId, PersonId> partners) =>
        reader is not null
        && (
            canary.Owners.Contains(reader.Id)
            || canary.Audiences.Any(audience =>
                audience switch
                {
                    Audience.Staff => reader.IsStaff,
                    Audience.Partner => canary.Named.Contains(reader.Id) || canary.Named.Any(p => partners[p].Contains(reader.Id)),
                    Audience.Asked => canary.Named.Contains(reader.Id),
                    Audience.Choosing or Audience.Programme => true,
                    _ => false,
                }
            )
        );

    /// <summary>Marks every text of every row, each with a mark of its own.</summary>
    private static Task<List<Canary>> Release(World world) =>
        world.Ask(async db =>
        {
            var canaries = new List<Canary>();
            // What is written once can't be marked: a row is added that is.
            foreach (var text in Texts(db).Where(t => t.Type == typeof(JournalEntry)))
                canaries.Add(new($"qz{canaries.Count}zq", text.Name, text.Field.GetCustomAttribute<SeenByAttribute>()!.Audiences, [], []));
            string MarkOf(string field) => canaries.Single(c => c.Field == $"{nameof(JournalEntry)}.{field}").Mark;
            db.Add(
                new JournalEntry
                {
                    What = "test.done",
                    Why = MarkOf(nameof(JournalEntry.Why)),
                    Before = MarkOf(nameof(JournalEntry.Before)),
                    After = MarkOf(nameof(JournalEntry.After)),
                }
            );
            foreach (var type in Texts(db).Where(t => !t.Type.IsAssignableTo(typeof(IAppendOnly))).GroupBy(t => t.Type))
            {
                var rows = await (
                    (IQueryable<object>)
                        typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.Key).Invoke(db, null)!
                ).ToListAsync();
                foreach (var row in rows)
                {
                    var (owners, named) = await PeopleOf(db, db.Entry(row));
                    foreach (var text in type)
                    {
                        var field = db.Entry(row).Property(text.Field.Name);
                        var mark = $"qz{canaries.Count}zq";
                        if (Marked(field.CurrentValue, text.Field.PropertyType, mark) is not { } marked)
                            continue;
                        field.CurrentValue = marked;
                        canaries.Add(new(mark, text.Name, text.Field.GetCustomAttribute<SeenByAttribute>()!.Audiences, owners, named));
                    }
                }
            }
            await db.SaveChangesAsync();
            return canaries;
        });

    /// <summary>All texts about somebody that a page may show, also within lists.</summary>
    private static IEnumerable<(Type Type, PropertyInfo Field, string Name)> Texts(RabtaDb db) =>
        from type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.Namespace!.StartsWith("Rabta", StringComparison.Ordinal))
        from field in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where
            field.CanWrite
            && AudienceTests.IsText(field.PropertyType)
            && field.PropertyType != typeof(byte[])
            && field.PropertyType != typeof(List<Instant>)
        let seen = field.GetCustomAttribute<SeenByAttribute>()
        let name = $"{type.Name}.{field.Name}"
        where seen is not null && !seen.Audiences.Contains(Audience.Nobody) && !Keys.Contains(name)
        select (type, field, name);

    /// <summary>Who the row is about by itself, and whom it leads to: of a note its writer, and the two whose meeting it was.</summary>
    private static async Task<(HashSet<PersonId> Owners, HashSet<PersonId> Named)> PeopleOf(RabtaDb db, EntityEntry row)
    {
        var owners = row.Properties.Select(p => p.CurrentValue).OfType<PersonId>().ToHashSet();
        var named = new HashSet<PersonId>(owners);
        foreach (var key in row.Metadata.GetForeignKeys().Where(k => k.Properties.Count == 2 && Follows(k.PrincipalEntityType.ClrType)))
        {
            if (key.Properties.Any(p => row.Property(p.Name).CurrentValue is null))
                continue;
            var id = key.Properties.Single(p => p.Name != "InstitutionId");
            var set =
                (IQueryable<object>)
                    typeof(DbContext)
                        .GetMethod(nameof(DbContext.Set), [])!
                        .MakeGenericMethod(key.PrincipalEntityType.ClrType)
                        .Invoke(db, null)!;
            var other = (await set.ToListAsync()).Single(o =>
                Equals(db.Entry(o).Property("Id").CurrentValue, row.Property(id.Name).CurrentValue)
            );
            var (itsOwners, itsNamed) = await PeopleOf(db, db.Entry(other));
            named.UnionWith(itsNamed);
            // An answer names nobody but the part of somebody in a cohort: it is theirs.
            if (owners.Count == 0)
                owners.UnionWith(itsOwners);
        }
        return (owners, named);
    }

    private static bool Follows(Type type) => type != typeof(Person) && type.Name is not ("Cohort" or "Programme" or "Question" or "Round");

    /// <summary>The same text with the mark in it, in whatever it is kept; null where there is none.</summary>
    private static object? Marked(object? value, Type type, string mark) =>
        value switch
        {
            null or "" => null,
            string text when text.StartsWith('{') => Leaves(JsonNode.Parse(text)!, mark) is { } node ? node.ToJsonString() : null,
            string text => Marked(text, mark),
            _ => Leaves(JsonSerializer.SerializeToNode(value, type)!, mark) is { } node ? node.Deserialize(type) : null,
        };

    private static string Marked(string text, string mark) =>
        text.Contains('@', StringComparison.Ordinal) ? $"{mark}.{text}"
        : text.StartsWith("https://", StringComparison.Ordinal) ? $"{text}/{mark}"
        : $"{text} {mark}";

    private static JsonNode? Leaves(JsonNode node, string mark)
    {
        var found = false;
        void Walk(JsonNode? at)
        {
            if (at is JsonObject map)
                foreach (var (name, child) in map.ToList())
                    if (child is JsonValue leaf && leaf.TryGetValue<string>(out var text) && !Guid.TryParse(text, out _))
                        (map[name], found) = (Marked(text, mark), true);
                    else
                        Walk(child);
            else if (at is JsonArray list)
                for (var i = 0; i < list.Count; i++)
                    if (list[i] is JsonValue leaf && leaf.TryGetValue<string>(out var text))
                        (list[i], found) = (Marked(text, mark), true);
                    else
                        Walk(list[i]);
        }
        Walk(node);
        return found ? node : null;
    }
}

using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>Somebody who is stored already, by what tells people apart.</summary>
/// <param name="Roles">Their parts in the cohort the lists are for.</param>
/// <param name="Names">In every language, as written.</param>
public sealed record KnownPerson(
    PersonId Id,
    string Name,
    IReadOnlyList<string> Names,
    string? AddressKey,
    string? NumberKey,
    IReadOnlyList<string> NameKeys,
    ProgrammeRoles Roles
)
{
    public static KnownPerson Of(
        PersonId id,
        string name,
        Several names,
        string? addressKey,
        string? number,
        ProgrammeRoles roles,
        string? listed = null
    )
    {
        List<string> all =
        [
            .. names
                .Texts.Values.Prepend(name)
                .Append(listed ?? "")
                .Where(text => !string.IsNullOrWhiteSpace(text))
                .Distinct(StringComparer.Ordinal),
        ];
        return new(
            id,
            name,
            all,
            addressKey,
            number is null ? null : TextKey.Of(number),
            [.. all.Select(TextKey.Of).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)],
            roles
        );
    }
}

/// <summary>Who a row means among those stored, or why that is not clear.</summary>
/// <param name="NewAddress">The row has another address than the one that is stored, and was told to take it.</param>
internal readonly record struct KnownHit(KnownPerson? Person, ImportProblemCode? Problem, bool NewAddress = false);

/// <summary>The people of the institution, to be found by address, number or name.</summary>
public sealed class KnownPeople(IReadOnlyList<KnownPerson> people)
{
    public static readonly KnownPeople Nobody = new([]);

    private readonly Dictionary<string, KnownPerson> _byAddress = people
        .Where(person => person.AddressKey is not null)
        .ToDictionary(person => person.AddressKey!, StringComparer.Ordinal);

    private readonly ILookup<string, KnownPerson> _byNumber = people
        .Where(person => person.NumberKey is not null)
        .ToLookup(person => person.NumberKey!, StringComparer.Ordinal);

    private readonly ILookup<string, KnownPerson> _byName = people
        .SelectMany(person => person.NameKeys, (person, key) => (person, key))
        .ToLookup(named => named.key, named => named.person, StringComparer.Ordinal);

    public IReadOnlyList<KnownPerson> All { get; } = people;

    /// <summary>
    /// Finds the stored person that a row means, or says why that is not clear. An address decides, then a number, then a name that only
    /// one person has.
    /// </summary>
    /// <param name="takeNewAddress">A person with this number and name is meant, though the row has another address.</param>
    internal KnownHit Find(PersonDraft draft, bool takeNewAddress)
    {
        if (draft.Address is { } address && _byAddress.TryGetValue(address.Key, out var same))
        {
            // An address alone makes nobody into somebody else.
            return HaveOneName(draft, same) ? new(same, null) : new(same, ImportProblemCode.AddressOfSomebodyHere);
        }
        if (draft.Rows.Select(row => row.NumberKey).FirstOrDefault(key => key is not null) is { } number)
        {
            return ByNumber(draft, number, takeNewAddress);
        }
        return draft.Address is null ? ByName(draft) : default;
    }

    private KnownHit ByNumber(PersonDraft draft, string number, bool takeNewAddress)
    {
        if (
            draft.Address is not null
            && _byNumber[number].Where(holder => holder.AddressKey is not null).ToList() is { Count: > 0 } elsewhere
        )
        {
            if (elsewhere.Find(holder => HaveOneName(draft, holder)) is { } meant)
            {
                return takeNewAddress ? new(meant, null, true) : new(meant, ImportProblemCode.NumberHereWithOtherAddress);
            }
            // In one part of a cohort a number is one person's.
            if (elsewhere.Find(holder => (holder.Roles & draft.Roles) != ProgrammeRoles.None) is { } other)
            {
                return new(other, ImportProblemCode.NumberHereWithOtherAddress);
            }
        }
        // A staff number may be somebody's roll number, and a number alone makes nobody into somebody else: the name has to agree.
        var holders = _byNumber[number].Where(holder => draft.Address is null || holder.AddressKey is null).ToList();
        var alike = holders.Where(holder => HaveOneName(draft, holder)).ToList();
        if (alike.Count == 1)
        {
            return new(alike[0], null);
        }
        return holders.Count == 0 || draft.Address is not null ? default : new(null, ImportProblemCode.NumberOfSomebodyHere);
    }

    private KnownHit ByName(PersonDraft draft)
    {
        var named = _byName[TextKey.Of(draft.Name)]
            .Where(person => (person.Roles & draft.Roles) != ProgrammeRoles.None)
            .Distinct()
            .ToList();
        return named.Count > 1 ? new(null, ImportProblemCode.NameOfSeveralHere) : new(named.FirstOrDefault(), null);
    }

    private static bool HaveOneName(PersonDraft draft, KnownPerson person) =>
        // Somebody stored without a name is shown as a dash.
        person.Name
            is "—"
        || SameName.Of(draft.Rows.SelectMany(row => row.Names.Values.Prepend(row.Name)), person.Names) != NamesAre.Different;
}

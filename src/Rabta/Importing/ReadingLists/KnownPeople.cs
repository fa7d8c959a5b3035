using Rabta.Platform.Access;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>Somebody who is stored already, by what tells people apart.</summary>
/// <param name="Roles">Their parts in the cohort the lists are for.</param>
public sealed record KnownPerson(PersonId Id, string? AddressKey, string? NumberKey, IReadOnlyList<string> NameKeys, ProgrammeRoles Roles)
{
    public static KnownPerson Of(PersonId id, string name, Several names, string? addressKey, string? number, ProgrammeRoles roles) =>
        new(
            id,
            addressKey,
            number is null ? null : TextKey.Of(number),
            [.. names.Texts.Values.Prepend(name).Select(TextKey.Of).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)],
            roles
        );
}

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
    internal (KnownPerson? Person, ImportProblemCode? Problem) Find(PersonDraft draft)
    {
        if (draft.Address is { } address && _byAddress.TryGetValue(address.Key, out var same))
        {
            return (same, null);
        }
        if (draft.Rows.Select(row => row.NumberKey).FirstOrDefault(key => key is not null) is { } number)
        {
            return ByNumber(draft, number);
        }
        return draft.Address is null ? ByName(draft) : (null, null);
    }

    private (KnownPerson?, ImportProblemCode?) ByNumber(PersonDraft draft, string number)
    {
        // Two addresses are two people. A staff number may be somebody's roll number: in another part only the same name is the same
        // person.
        var holders = _byNumber[number].Where(holder => draft.Address is null || holder.AddressKey is null).ToList();
        var alike = holders.Where(holder => HaveOneName(draft, holder)).ToList();
        if (alike.Count == 1)
        {
            return (alike[0], null);
        }
        var ofThisPart = holders.Where(holder => (holder.Roles & draft.Roles) != ProgrammeRoles.None).ToList();
        if (draft.Address is null && alike.Count == 0 && ofThisPart.Count == 1)
        {
            return (ofThisPart[0], null);
        }
        return holders.Count == 0 || draft.Address is not null ? (null, null) : (null, ImportProblemCode.NumberOfSomebodyHere);
    }

    private (KnownPerson?, ImportProblemCode?) ByName(PersonDraft draft)
    {
        var named = _byName[TextKey.Of(draft.Name)]
            .Where(person => (person.Roles & draft.Roles) != ProgrammeRoles.None)
            .Distinct()
            .ToList();
        return named.Count > 1 ? (null, ImportProblemCode.NameOfSeveralHere) : (named.FirstOrDefault(), null);
    }

    private static bool HaveOneName(PersonDraft draft, KnownPerson person) =>
        draft.Name.Length == 0 || person.NameKeys.Count == 0 || draft.NameKeys.Any(person.NameKeys.Contains);
}

using Rabta.Platform.Language;

namespace Rabta.People.Finding;

/// <summary>What a text may find a person by, beside the name.</summary>
/// <remarks>A number and an address are for staff. Nobody else must learn from a list whose they are.</remarks>
[Flags]
public enum FoundBy
{
    Name = 0,
    Number = 1,
    Address = 2,
}

/// <summary>Finds people by what somebody types, everywhere by one rule: names in any script, compared by <see cref="TextKey"/>.</summary>
public static class FindPeople
{
    /// <summary>Whose name holds the text somewhere, or whose number or address it is; everyone where nothing was typed.</summary>
    public static IQueryable<Person> Holding(this IQueryable<Person> people, string? typed, FoundBy also) =>
        TextKey.Of(typed ?? "") is { Length: > 0 } key ? people.Found(key, typed!, also) : people;

    /// <summary>Whose whole name, number or address the text is; nobody where nothing was typed.</summary>
    public static IQueryable<Person> Called(this IQueryable<Person> people, string? typed, FoundBy also) =>
        TextKey.Of(typed ?? "") is { Length: > 0 } key ? people.Found(Person.WholeKey(key), typed!, also) : people.Where(_ => false);

    private static IQueryable<Person> Found(this IQueryable<Person> people, string name, string typed, FoundBy also)
    {
        var number = also.HasFlag(FoundBy.Number) ? TextKey.Of(typed) : null;
        var address = also.HasFlag(FoundBy.Address) ? Person.KeyOf(typed) : null;
        return people.Where(p =>
            p.NameKeys.Contains(name) || (number != null && p.NumberKey == number) || (address != null && p.AddressKey == address)
        );
    }
}
